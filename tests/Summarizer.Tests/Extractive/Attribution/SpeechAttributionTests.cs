using Summarizer.Extractive;
using Summarizer.Extractive.Attribution;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Attribution;

public sealed class SpeechAttributionTests
{
    [Theory]
    [InlineData("en", "Jane Roe said that Nato was a danger.", "Nato", "Jane Roe")]
    [InlineData("en", "“Nato is a danger to us all,” said Maria Roe.", "Nato", "Maria Roe")]
    [InlineData("en", "According to Jane Roe, Nato is a danger.", "Nato", "Jane Roe")]
    [InlineData("en", "Sarah Miller, the Berlin head of the bank, said Nato was a danger.", "Nato", "Sarah Miller")]
    [InlineData("en", "Critics say Nato is a danger.", "Nato", "?")]
    [InlineData("en", "Nato is a danger, and I say so.", "Nato", "author")]
    [InlineData("en", "Jane Roe fears the so-called “Nato idea” of today.", "Nato", "author")]
    [InlineData("en", "Jane Roe said that Nato was a danger.", "Jane Roe", "author")]
    [InlineData("en", "Nato is a danger to us all, Jane Roe told reporters.", "Nato", "Jane Roe")]
    [InlineData("en", "We said that Nato was a danger.", "Nato", "author")]
    [InlineData("es", "Según Pedro Gómez, la Otan es un peligro.", "Otan", "Pedro Gómez")]
    [InlineData("it", "Secondo Matteo Rossi, la Nato è un pericolo.", "Nato", "Matteo Rossi")]
    [InlineData("pt", "Segundo Ana Lima, a Otan é um perigo.", "Otan", "Ana Lima")]
    [InlineData("de", "Angela Merkel sagte, die Nato sei eine Gefahr.", "Nato", "Angela Merkel")]
    [InlineData("de", "Laut Angela Merkel ist die Nato eine Gefahr.", "Nato", "Angela Merkel")]
    [InlineData("fr", "Selon Emmanuel Macron, la France va mal.", "France", "Emmanuel Macron")]
    public void A_statement_belongs_to_who_makes_it(string language, string text, string about, string holder)
        => Assert.Equal(holder, HolderOf(text, about, language));

    [Fact]
    public void A_quotation_that_goes_on_is_still_the_last_speakers()
        => Assert.Equal(
            "Maria Roe", HolderOf("“We have waited long enough,” said Maria Roe. “Nato is a danger to us all.”", "Nato"));

    [Fact]
    public void A_new_paragraph_without_a_quotation_is_the_authors_again()
        => Assert.Equal(
            "author", HolderOf("“We have waited long enough,” said Jane Roe.\n\nNato is a danger to Europe and to peace.", "Nato"));

    private static string HolderOf(string text, string about, string language = "en")
    {
        var read = new AnalyzedText(text, language, CancellationToken.None);
        var targets = TargetFinder.Shared.Find(read, null, CancellationToken.None);
        var position = text.IndexOf(about, StringComparison.Ordinal);
        var sentence = read.Sentences.Index().Last(s => s.Item.Span.Start <= position).Index;
        var (voice, speaker) = new SpeechAttribution(read, targets, CancellationToken.None).At(position, sentence);
        return voice switch { SpeakerKind.Author => "author", SpeakerKind.Unnamed => "?", _ => targets[speaker!.Value].Name };
    }
}

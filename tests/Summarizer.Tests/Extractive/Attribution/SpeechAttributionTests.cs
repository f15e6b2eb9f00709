using Summarizer.Extractive;
using Summarizer.Extractive.Attribution;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Attribution;

public sealed class SpeechAttributionTests
{
    [Theory]
    [InlineData("en", "Jane Roe said that Nato was a danger.", "Nato", "Jane Roe")]
    [InlineData("en", "“Nato is a danger to us all,” said Jane Roe.", "Nato", "Jane Roe")]
    [InlineData("en", "According to Jane Roe, Nato is a danger.", "Nato", "Jane Roe")]
    [InlineData("en", "Jane Roe, the Berlin head of the bank, said Nato was a danger.", "Nato", "Jane Roe")]
    [InlineData("en", "Critics say Nato is a danger.", "Nato", "?")]
    [InlineData("en", "Nato is a danger, and I say so.", "Nato", "author")]
    [InlineData("en", "Jane Roe fears the so-called “Nato idea” of today.", "Nato", "author")]
    [InlineData("en", "Jane Roe said that Nato was a danger.", "Jane Roe", "author")]
    [InlineData("de", "Angela Merkel sagte, die Nato sei eine Gefahr.", "Nato", "Angela Merkel")]
    [InlineData("de", "Laut Angela Merkel ist die Nato eine Gefahr.", "Nato", "Angela Merkel")]
    [InlineData("fr", "Selon Emmanuel Macron, la France va mal.", "France", "Emmanuel Macron")]
    public void A_statement_belongs_to_who_makes_it(string language, string text, string about, string holder)
    {
        var read = new AnalyzedText(text, language, CancellationToken.None);
        var targets = TargetFinder.Find(read, null, CancellationToken.None);
        var (voice, speaker) = new SpeechAttribution(read, targets, CancellationToken.None).At(text.IndexOf(about, StringComparison.Ordinal), 0);
        Assert.Equal(holder, voice switch { SpeakerKind.Author => "author", SpeakerKind.Unnamed => "?", _ => targets[speaker!.Value].Name });
    }
}

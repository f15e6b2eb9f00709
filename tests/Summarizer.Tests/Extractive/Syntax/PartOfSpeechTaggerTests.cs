using Summarizer.Extractive;
using Summarizer.Extractive.Syntax;

namespace Summarizer.Tests.Extractive.Syntax;

public sealed class PartOfSpeechTaggerTests
{
    [Theory]
    [InlineData("The company car broke down.", "company", nameof(PartOfSpeech.Noun))]
    [InlineData("The company car broke down.", "broke", nameof(PartOfSpeech.Verb))]
    [InlineData("They plan to close the harbour.", "plan", nameof(PartOfSpeech.Verb))]
    [InlineData("The plan to close the harbour failed.", "plan", nameof(PartOfSpeech.Noun))]
    [InlineData("A former minister spoke quietly.", "former", nameof(PartOfSpeech.Adjective))]
    [InlineData("A former minister spoke quietly.", "quietly", nameof(PartOfSpeech.Adverb))]
    [InlineData("She left with Jane Roe on Monday.", "Roe", nameof(PartOfSpeech.ProperNoun))]
    [InlineData("She left with Jane Roe on Monday.", "She", nameof(PartOfSpeech.Pronoun))]
    [InlineData("It has cost 42 million and it has failed.", "42", nameof(PartOfSpeech.Numeral))]
    public void A_word_is_tagged_by_what_it_does_in_its_sentence(string text, string word, string tag)
    {
        var read = new AnalyzedText(text, "en", CancellationToken.None);
        var (first, end) = read.TokensOf(0);
        var token = Enumerable.Range(first, end - first).First(t => read.Word(t).SequenceEqual(word));

        Assert.Equal(tag, PartOfSpeechTagger.English.Tag(read, token, first, end).ToString());
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("de", false)]
    public void Only_English_is_tagged(string language, bool can)
        => Assert.Equal(can, PartOfSpeechTagger.CanTag(new AnalyzedText("Roe.", language, CancellationToken.None)));
}

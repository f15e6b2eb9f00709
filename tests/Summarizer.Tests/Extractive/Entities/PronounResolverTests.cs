using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Entities;

public sealed class PronounResolverTests
{
    [Theory]
    [InlineData("en", "Mayor Jane Roe opened the bridge. She praised her engineers.", "Jane Roe", "She her")]
    [InlineData("en", "Mayor Jane Roe said that she would resign. John Doe replied that he would stay. Jane Roe and John Doe left.",
        "John Doe", "he")]
    [InlineData("fr", "La ministre Claire Morel a parlé à Paris. Elle a refusé de répondre. Claire Morel est partie.",
        "Claire Morel", "Elle")]
    [InlineData("pt", "A ministra Ana Lima falou em Lisboa. Ela não respondeu. Ana Lima saiu.", "Ana Lima", "Ela")]
    public void A_pronoun_stands_for_the_only_person_named_before_it(string language, string text, string name, string pronouns)
        => Assert.Equal(pronouns, PronounsOf(text, name, language));

    [Fact]
    public void Between_two_persons_a_pronoun_stands_for_neither()
    {
        var text = "Mayor Jane Roe met Senator John Doe in Berlin. She left early. Jane Roe was tired, John Doe said.";

        Assert.Equal("", PronounsOf(text, "Jane Roe"));
        Assert.Equal("", PronounsOf(text, "John Doe"));
    }

    [Fact]
    public void The_first_pronoun_settles_what_later_ones_agree_with()
        => Assert.Equal(
            "She her", PronounsOf("Mayor Jane Roe opened the bridge. She praised her engineers. He was not there.", "Jane Roe"));

    [Fact]
    public void The_person_of_a_sentence_is_meant_until_another_is_named()
        => Assert.Equal("She", PronounsOf("Mayor Jane Roe opened the bridge. The bridge is long. She praised it.", "Jane Roe"));

    private static string PronounsOf(string text, string name, string language = "en")
    {
        var read = new AnalyzedText(text, language, CancellationToken.None);
        var target = TargetFinder.Find(read, null, CancellationToken.None).Single(t => t.Name == name);
        return string.Join(' ', target.Pronouns.Select(p => p.Span.In(text)));
    }
}

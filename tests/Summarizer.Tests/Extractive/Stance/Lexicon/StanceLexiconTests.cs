using Summarizer.Extractive.Stances;
using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Tests.Extractive.Stances.Lexicon;

public sealed class StanceLexiconTests
{
    [Theory]
    [InlineData("slammed", LexiconClass.Assail)]
    [InlineData("criticized", LexiconClass.Assail)]
    [InlineData("criticising", LexiconClass.Assail)]
    [InlineData("misled", LexiconClass.Deceive)]
    [InlineData("tyrants", LexiconClass.Villain)]
    [InlineData("shamefully", LexiconClass.Vice)]
    [InlineData("grovelling", LexiconClass.Disgrace)]
    public void Inflections_belong_to_the_class_of_their_base(string word, object expected)
        => Assert.True(StanceLexicon.Shared[TextHash.Compute(word)].HasFlag((LexiconClass)expected));

    [Fact]
    public void A_phrase_becomes_one_token()
    {
        var tokens = Read("Jones hit out at Smith.", new TextSpan(17, 22), out var target);

        Assert.Equal(2, target);
        Assert.True(tokens[1].Is(LexiconClass.Assail));
    }

    [Fact]
    public void A_word_after_an_article_is_a_noun()
    {
        var tokens = Read("For Smith it was a defeat.", new TextSpan(4, 9), out _);

        Assert.Contains(tokens, t => t.Is(TokenTraits.Nominal) && t.Is(LexiconClass.Defeat));
    }

    [Fact]
    public void Another_language_is_not_read_as_English()
    {
        var tokens = Read("Die Regierung hat mit Merkel über eine Reform gesprochen.", new TextSpan(22, 28), out _);

        Assert.DoesNotContain(tokens, t => t.Is(LexiconClass.Content));
    }

    private static StanceToken[] Read(string sentence, TextSpan span, out int target)
    {
        var tokens = new StanceToken[SentenceTokens.Most];
        (var count, target) = SentenceTokens.Read(sentence, span, StanceLexicon.Shared, tokens);
        return tokens[..count];
    }
}

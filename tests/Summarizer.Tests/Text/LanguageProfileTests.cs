using Summarizer.Text;

namespace Summarizer.Tests.Text;

public sealed class LanguageProfileTests
{
    [Fact]
    public void A_profile_says_what_a_capital_means()
    {
        Assert.True(LanguageProfile.For("de").Has(LanguageTraits.CapitalisesNouns));
        Assert.False(LanguageProfile.For("fr").Has(LanguageTraits.CapitalisesNouns));
        Assert.True(LanguageProfile.For("en").Has(LanguageTraits.CapitalisesDemonyms));
        Assert.False(LanguageProfile.For("fr").Has(LanguageTraits.CapitalisesDemonyms));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sv")]
    public void Another_language_has_no_traits_and_no_words(string? code)
    {
        var language = LanguageProfile.For(code);

        Assert.Equal((LanguageTraits.None, 0), (language.Traits, language.FunctionWords.Count));
    }

    [Fact]
    public void Every_profile_has_function_words_and_verbs_of_speech()
        => Assert.All(LanguageProfile.All, l => Assert.True(l.FunctionWords.Count > 100 && l.Words("speech verbs").Any(), l.Code));

    [Theory]
    [InlineData("de", "Der Rat hat die Fähre aus dem Plan genommen, und das ist gut.")]
    [InlineData("", "xq zzt brrk ffpp")]
    public void A_guess_is_a_language_with_a_profile_or_the_unknown_one(string expected, string text)
        => Assert.Equal(expected, LanguageGuess.Guess(text, WordTokenizer.Tokenize(text, CancellationToken.None)).Code);
}

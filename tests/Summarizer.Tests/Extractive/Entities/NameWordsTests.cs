using Summarizer.Extractive.Entities;
using Summarizer.Text;

namespace Summarizer.Tests.Extractive.Entities;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("de", "Landrätin", true)]
    [InlineData("de", "Vorstandsvorsitzende", true)]
    [InlineData("de", "Aufsichtsratschef", true)]
    [InlineData("de", "Schafzüchterin", true)]
    [InlineData("de", "Severin", false)]
    [InlineData("de", "Genehmigung", false)]
    [InlineData("fr", "directrice", true)]
    [InlineData("pt", "vereadora", true)]
    [InlineData("en", "Governor", true)]
    [InlineData("en", "directrice", false)]
    public void A_word_of_office_or_trade_is_a_title_in_its_language(string language, string word, bool isTitle)
        => Assert.Equal(isTitle, NameWords.IsTitle(word, LanguageProfile.For(language)));

    [Theory]
    [InlineData("Klinikum", true)]
    [InlineData("Mieterverband", true)]
    [InlineData("Consorzio", true)]
    [InlineData("Mairie", true)]
    [InlineData("mairie", false)]
    [InlineData("Brinkmann", false)]
    public void A_word_of_another_language_than_English_makes_a_body(string word, bool isBody)
        => Assert.Equal(isBody, NameWords.IsBodyElsewhere(word));

    [Theory]
    [InlineData("de", "Thilo", true)]
    [InlineData("de", "Wiebke", true)]
    [InlineData("fr", "Jean-Jacques", true)]
    [InlineData("fr", "Ngozi", true)]
    [InlineData("de", "Server", false)]
    [InlineData("es", "Justo", false)]
    [InlineData("en", "Wiebke", false)]
    [InlineData("en", "Olivia", true)]
    public void A_given_name_is_known_in_its_texts_unless_it_is_a_plain_word(string language, string word, bool isGivenName)
        => Assert.Equal(isGivenName, NameWords.IsGivenName(word, LanguageProfile.For(language)));
}

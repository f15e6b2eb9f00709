using Summarizer.Extractive;
using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Extractive.Entities.Recognition;

public sealed class NameTaggerTests
{
    [Theory]
    [InlineData(
        "en",
        "Apple said on Monday that it would build a factory in Texas. Tim Cook, its chief executive, met Governor Greg Abbott in "
            + "Austin. Workers and Amnesty International had asked for better pay.",
        "Apple:Organization|Texas:Place|Tim Cook:Person|Greg Abbott:Person|Austin:Place|Amnesty International:Organization")]
    [InlineData(
        "en",
        "John Miller and Anna Schmidt met in Lisbon on Monday. Miller’s plan had failed, and Schmidt’s was not ready. Nobody else was "
            + "asked, and by Tuesday both had left.",
        "John Miller:Person|Anna Schmidt:Person|Lisbon:Place|Miller:Person|Schmidt:Person")]
    [InlineData(
        "de",
        "Bundeskanzler Olaf Scholz hat am Dienstag in Berlin mit Emmanuel Macron gesprochen. Scholz sagte, die Europäische Union müsse "
            + "mehr für die Ukraine tun. Macron stimmte ihm zu.",
        "Olaf Scholz:Person|Berlin:Place|Emmanuel Macron:Person|Scholz:Person|Europäische Union:Organization|Ukraine:Place"
            + "|Macron:Person")]
    [InlineData(
        "pt",
        "O presidente Luiz Inácio Lula da Silva recebeu Emmanuel Macron em Brasília na terça-feira. Lula disse que o Brasil vai "
            + "investir mais. O Supremo Tribunal Federal adiou o julgamento.",
        "Luiz Inácio Lula da Silva:Person|Emmanuel Macron:Person|Brasília:Place|Lula:Person|Brasil:Place"
            + "|Supremo Tribunal Federal:Organization")]
    public void Names_are_found_with_their_types(string language, string text, string names)
        => Assert.Equal(names, string.Join('|', Find(text, language).Select(n => $"{n.Span.In(text)}:{n.Type}")));

    /// <summary>Nothing was trained on these languages.</summary>
    [Theory]
    [InlineData(
        "fr",
        "Le président Emmanuel Macron a reçu Olaf Scholz à Paris. Selon Macron, la France et l’Allemagne doivent aider l’Ukraine.",
        "Emmanuel Macron:Person|Olaf Scholz:Person|Paris:Place|Macron:Person|France:Place|Allemagne:Place|Ukraine:Place")]
    [InlineData(
        "es",
        "El presidente Pedro Sánchez habló el lunes en Madrid con Emmanuel Macron. Sánchez dijo que España apoyará a Ucrania.",
        "Pedro Sánchez:Person|Madrid:Place|Emmanuel Macron:Person|Sánchez:Person|España:Place|Ucrania:Place")]
    [InlineData(
        "it",
        "Giorgia Meloni ha incontrato Emmanuel Macron a Roma. Secondo Meloni, l’Italia e la Francia aiuteranno l’Ucraina.",
        "Giorgia Meloni:Person|Emmanuel Macron:Person|Roma:Place|Meloni:Person|Italia:Place|Francia:Place|Ucraina:Place")]
    public void Well_known_names_are_found_in_languages_without_training(string language, string text, string names)
        => Assert.Equal(names, string.Join('|', Find(text, language).Select(n => $"{n.Span.In(text)}:{n.Type}")));

    [Theory]
    [InlineData("en", "However, the rain did not stop on Monday. Meanwhile, the river rose. Nobody SAID anything. It was NOT a good week.")]
    [InlineData("en", "BREAKING NEWS: POLICE CLOSE BRIDGE AFTER STORM\n\nPolice closed the bridge on Monday after the storm.")]
    [InlineData("de", "Die Lehrer warten seit Jahren auf mehr Geld. Am Montag sprachen die Eltern mit der Schule. Der Plan ist neu.")]
    public void Openers_weekdays_common_nouns_and_shouted_words_are_no_names(string language, string text)
        => Assert.Empty(Find(text, language));

    [Fact]
    public void Each_name_says_where_it_stands()
    {
        var text = Crowds.Text("prose", 20_000);
        var read = new AnalyzedText(text, "en", CancellationToken.None);
        var names = NameTagger.Shared.Find(read, CancellationToken.None);

        Assert.NotEmpty(names);
        Assert.All(names, n =>
        {
            Assert.Equal((read.Tokens[n.First].Span.Start, read.Tokens[n.End - 1].Span.End), (n.Span.Start, n.Span.End));
            Assert.True(read.Sentences[n.Sentence].Span.Contains(n.Span));
            Assert.InRange(n.Probabilities.Any, 0.4, 1.001);
        });
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.First));
    }

    private static List<NameSpan> Find(string text, string language)
        => NameTagger.Shared.Find(new AnalyzedText(text, language, CancellationToken.None), CancellationToken.None);
}

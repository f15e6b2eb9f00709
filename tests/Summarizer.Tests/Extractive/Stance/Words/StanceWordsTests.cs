using Summarizer.Extractive.Stances.Words;
using Summarizer.Text;

namespace Summarizer.Tests.Extractive.Stances.Words;

public sealed class StanceWordsTests
{
    private static readonly string[] Languages = ["de", "fr", "es", "it", "pt"];

    public static TheoryData<string> Codes => [.. Languages];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_has_words_of_every_class_and_trait(string code)
    {
        var file = WordListFile.Open($"Extractive/Stance/Words/{code}.txt");
        var classes = Enum.GetValues<WordClass>().Except([WordClass.None]).ToList();

        Assert.All(classes, c => Assert.NotEmpty(file.Words(c.ToString().ToLowerInvariant())));
        Assert.True(classes.SelectMany(c => file.Words(c.ToString().ToLowerInvariant())).Distinct(StringComparer.Ordinal).Count() >= 600);
        Assert.True(StanceWords.For(code)!.Count > 5_000);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_word_stands_twice_in_a_section(string code)
    {
        var file = WordListFile.Open($"Extractive/Stance/Words/{code}.txt");

        var lists = file.Sections.Where(s => s is not ("irregular" or "contractions" or "spelling" or "vowels")
            && !s.Contains(' ', StringComparison.Ordinal));

        Assert.All(lists, s => Assert.Equal(file.Words(s).Distinct(StringComparer.Ordinal), file.Words(s)));
    }

    [Theory]
    [InlineData("de", "versäumte", nameof(WordClass.Fail))]
    [InlineData("de", "betrogen", nameof(WordClass.Harm))]
    [InlineData("de", "angegriffen", nameof(WordClass.Assail))]
    [InlineData("de", "glaubwürdigsten", nameof(WordClass.Praise))]
    [InlineData("de", "Steuerskandals", nameof(WordClass.Blame))]
    [InlineData("fr", "dénonçait", nameof(WordClass.Assail))]
    [InlineData("fr", "courageuses", nameof(WordClass.Praise))]
    [InlineData("fr", "trompeuse", nameof(WordClass.Blame))]
    [InlineData("es", "defiende", nameof(WordClass.Commend))]
    [InlineData("es", "fracasó", nameof(WordClass.Fail))]
    [InlineData("es", "valientemente", nameof(WordClass.Praise))]
    [InlineData("it", "critichiamo", nameof(WordClass.Assail))]
    [InlineData("it", "vigliacchi", nameof(WordClass.Blame))]
    [InlineData("it", "difesero", nameof(WordClass.Commend))]
    [InlineData("pt", "critiquem", nameof(WordClass.Assail))]
    [InlineData("pt", "admiráveis", nameof(WordClass.Praise))]
    [InlineData("pt", "traições", nameof(WordClass.Blame))]
    public void Inflected_forms_are_found(string code, string form, string expected)
        => Assert.Equal(expected, Find(code, form).Entry.Class.ToString());

    [Theory]
    [InlineData("it", "consiglio")]
    [InlineData("it", "una")]
    [InlineData("pt", "mais")]
    [InlineData("fr", "nuit")]
    public void A_form_that_means_something_else_is_none(string code, string form)
        => Assert.Equal(WordClass.None, Find(code, form).Entry.Class);

    [Theory]
    [InlineData("de", "im Stich gelassen", nameof(WordClass.Harm), 2)]
    [InlineData("fr", "peine à convaincre", nameof(WordClass.Fail), 2)]
    [InlineData("fr", "se contente de peu", nameof(WordClass.None), 1)]
    [InlineData("fr", "contente du minimum", nameof(WordClass.Fail), 2)]
    [InlineData("fr", "opposent aux travaux", nameof(WordClass.Assail), 2)]
    [InlineData("es", "brilló por su ausencia", nameof(WordClass.Fail), 4)]
    [InlineData("it", "fumo negli occhi", nameof(WordClass.Blame), 3)]
    [InlineData("pt", "deixa a desejar", nameof(WordClass.Fail), 3)]
    public void Phrases_are_found_whole_with_their_first_word_inflected(string code, string text, string expected, int words)
    {
        var (entry, length) = Find(code, text);

        Assert.Equal((expected, words), (entry.Class.ToString(), length));
    }

    [Fact]
    public void A_separable_prefix_counts_with_its_verb_alone()
    {
        var german = StanceWords.For("de")!;

        Assert.Equal(WordClass.Assail, german.OfSeparated("greift", "an"));
        Assert.Equal(WordClass.None, german.OfSeparated("greift", "zu"));
        Assert.Equal(WordClass.None, Find("de", "greift").Entry.Class);
    }

    [Fact]
    public void A_language_without_words_has_none() => Assert.Null(StanceWords.For("nl"));

    private static (WordEntry Entry, int Length) Find(string code, string text)
    {
        var tokens = WordTokenizer.Tokenize(text, TestContext.Current.CancellationToken);
        return StanceWords.For(code)!.Find(text, tokens, 0, tokens.Count);
    }
}

using System.Globalization;
using System.Text.Json;
using Summarizer.Extractive.Stances;
using Summarizer.Tests.Support;
using Summarizer.Text;

namespace Summarizer.Tests.Extractive.Stances;

public sealed class WordStanceTests
{
    /// <summary>A little below what is measured, so that a changed word is no failure and a broken rule is one.</summary>
    [Theory]
    [InlineData("de", 0.85, 0.70)]
    [InlineData("fr", 0.85, 0.70)]
    [InlineData("es", 0.85, 0.70)]
    [InlineData("it", 0.85, 0.70)]
    [InlineData("pt", 0.85, 0.70)]
    public void Labelled_sentences_are_told(string language, double development, double heldOut)
    {
        var sentences = Sentences(language);

        Assert.True(Accuracy(sentences.Where(s => s.IsDevelopment)) >= development);
        Assert.True(Accuracy(sentences.Where(s => !s.IsDevelopment)) >= heldOut);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("it")]
    [InlineData("pt")]
    public void A_plain_attack_is_never_surely_neutral(string language)
        => Assert.All(Sentences(language).Where(s => s.Stance == Stance.Against), s => Assert.InRange(s.Predicted.Neutral, 0, 0.6));

    [Theory]
    [InlineData("de", "Am Dienstag um 17 Uhr tagt Kolbe.")]
    [InlineData("fr", "Mardi à 17 heures, Kolbe.")]
    [InlineData("nl", "Kolbe is een verschrikkelijke leugenaar.")]
    [InlineData("de", "Kolbe")]
    public void Where_nothing_is_found_neither_side_is_likelier(string language, string text)
    {
        var found = Predict(language, text, "Kolbe");

        Assert.Equal(found.Favor, found.Against);
        Assert.InRange(found.Neutral, 0.5, 0.6);
    }

    [Theory]
    [InlineData("de", "Kolbe ist unfähig.", "Kolbe ist nicht unfähig.")]
    [InlineData("de", "Kolbe überzeugt die Kritik.", "Kolbe überzeugt in diesem Jahr nicht.")]
    [InlineData("fr", "Kolbe est honnête.", "Kolbe n'est pas honnête.")]
    [InlineData("es", "Kolbe es honesto.", "Kolbe no es honesto.")]
    [InlineData("it", "Kolbe è onesto.", "Kolbe non è mai stato onesto.")]
    [InlineData("pt", "Kolbe é honesto.", "Kolbe não é honesto.")]
    public void A_negation_turns_the_side(string language, string plain, string negated)
        => Assert.NotEqual(Sign(Predict(language, plain, "Kolbe")), Sign(Predict(language, negated, "Kolbe")));

    [Theory]
    [InlineData("fr", "Kolbe est non seulement honnête.")]
    [InlineData("de", "Kolbe ist nicht nur ehrlich.")]
    [InlineData("es", "Kolbe es no solo honesto.")]
    public void Not_only_is_no_negation(string language, string text) => Assert.Equal(1, Sign(Predict(language, text, "Kolbe")));

    [Theory]
    [InlineData("de", "Kolbe kritisierte Marwitz.")]
    [InlineData("de", "Marwitz wurde von Kolbe kritisiert.")]
    [InlineData("de", "Gestern hat Kolbe den Abgeordneten Marwitz scharf kritisiert.")]
    [InlineData("de", "Kolbe griff gestern Marwitz an.")]
    [InlineData("fr", "Kolbe a critiqué Marwitz.")]
    [InlineData("fr", "Marwitz a été critiqué par Kolbe.")]
    [InlineData("es", "Kolbe criticó a Marwitz.")]
    [InlineData("es", "Marwitz fue criticado por Kolbe.")]
    [InlineData("it", "Kolbe ha criticato Marwitz.")]
    [InlineData("it", "Marwitz è stato criticato da Kolbe.")]
    [InlineData("pt", "Kolbe criticou Marwitz.")]
    [InlineData("pt", "Marwitz foi criticado por Kolbe.")]
    public void Criticism_is_against_whom_it_is_aimed_at(string language, string text)
    {
        Assert.Equal(-1, Sign(Predict(language, text, "Marwitz")));
        Assert.Equal(0, Sign(Predict(language, text, "Kolbe")));
    }

    [Theory]
    [InlineData("de", "Kolbe hat seine Wähler betrogen.")]
    [InlineData("de", "Weil Kolbe seine Wähler im Stich ließ, verlor er.")]
    [InlineData("fr", "Kolbe a trahi ses électeurs.")]
    [InlineData("es", "Kolbe traicionó a sus votantes.")]
    [InlineData("it", "Kolbe ha tradito i suoi elettori.")]
    [InlineData("pt", "Kolbe traiu os seus eleitores.")]
    public void Harm_is_against_whoever_does_it(string language, string text)
        => Assert.Equal(-1, Sign(Predict(language, text, "Kolbe")));

    [Theory]
    [InlineData("de", "Kolbe ist ehrlich, aber unfähig.")]
    [InlineData("fr", "Kolbe est honnête, mais incompétent.")]
    [InlineData("es", "Kolbe es honesto, pero incompetente.")]
    [InlineData("it", "Kolbe è onesto, ma incompetente.")]
    [InlineData("pt", "Kolbe é honesto, mas incompetente.")]
    public void What_follows_a_contrast_counts_more(string language, string text)
        => Assert.Equal(-1, Sign(Predict(language, text, "Kolbe")));

    [Fact]
    public void Intensifiers_and_diminishers_weigh()
    {
        Assert.True(Against("Kolbe est extrêmement arrogant.") > Against("Kolbe est arrogant."));
        Assert.True(Against("Kolbe est légèrement arrogant.") < Against("Kolbe est arrogant."));

        static double Against(string text) => Predict("fr", text, "Kolbe").Against;
    }

    [Fact]
    public void A_word_counts_less_for_a_target_when_it_stands_nearer_to_another_name_or_in_a_quotation()
    {
        const string Two = "Kolbe parle de Lise Marwitz, femme corrompue et menteuse.";

        Assert.True(Predict("fr", Two, "Lise Marwitz").Against > Predict("fr", Two, "Kolbe").Against + 0.1);
        Assert.True(Favor("Kolbe, dit-on, est « génial ».") < Favor("Kolbe, dit-on, est génial."));

        static double Favor(string text) => Predict("fr", text, "Kolbe").Favor;
    }

    private static StanceProbabilities Predict(string language, string text, string target)
    {
        var start = text.IndexOf(target, StringComparison.Ordinal);
        var found = new WordStance(LanguageProfile.For(language)).Predict(text, new TextSpan(start, start + target.Length));
        Assert.Equal(1, found.Against + found.Neutral + found.Favor, 9);
        return found;
    }

    /// <summary>1 for favor, -1 for against; 0 where no side is a tenth likelier than the other.</summary>
    private static int Sign(StanceProbabilities found)
        => Math.Abs(found.Favor - found.Against) < 0.1 ? 0 : Math.Sign(found.Favor - found.Against);

    private static double Accuracy(IEnumerable<Labelled> sentences) => sentences.Average(s => s.Stance == s.Likeliest ? 1.0 : 0);

    private static List<Labelled> Sentences(string language)
        => [.. File.ReadLines(Repository.PathOf($"tests/Summarizer.Tests/Data/StanceSentences/{language}.jsonl"))
            .Select(line => Read(language, line))];

    private static Labelled Read(string language, string line)
    {
        using var item = JsonDocument.Parse(line);
        var root = item.RootElement;
        var target = root.GetProperty("target");
        var span = new TextSpan(target.GetProperty("start").GetInt32(), target.GetProperty("end").GetInt32());
        var text = root.GetProperty("text").GetString()!;
        Assert.Equal(target.GetProperty("name").GetString(), text[span.Start..span.End]);
        return new Labelled(
            int.Parse(root.GetProperty("id").GetString()!.AsSpan(3, 2), CultureInfo.InvariantCulture) % 2 == 1,
            Enum.Parse<Stance>(root.GetProperty("stance").GetString()!, ignoreCase: true),
            new WordStance(LanguageProfile.For(language)).Predict(text, span));
    }

    private sealed record Labelled(bool IsDevelopment, Stance Stance, StanceProbabilities Predicted)
    {
        public Stance Likeliest => Predicted.Neutral >= Math.Max(Predicted.Favor, Predicted.Against) ? Stance.Neutral
            : Predicted.Favor > Predicted.Against ? Stance.Favor : Stance.Against;
    }
}

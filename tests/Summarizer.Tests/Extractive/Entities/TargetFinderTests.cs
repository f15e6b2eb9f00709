using FsCheck;
using FsCheck.Fluent;
using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Entities;

public sealed class TargetFinderTests
{
    [Theory]
    [InlineData(
        "en",
        "Prime Minister Justin Trudeau flew to London on Sunday. On Monday, Trudeau’s office said that he would meet the king. “We are "
            + "friends,” Mr. Trudeau told reporters.", "Justin Trudeau", TargetType.Person, 3, "Trudeau")]
    [InlineData("en", "The Northport Workers Council (NWC) met. However, the NWC did nothing.", "Northport Workers Council",
        TargetType.Organization, 3, "NWC")]
    [InlineData("en", "Britain and France talked. The UK left early. British officials said nothing of the UK.", "UK", TargetType.Place, 4,
        "Britain|British")]
    [InlineData(
        "en", "The governor, John Miller, spoke on Friday. Reporters asked Miller, 61, about the plan. Miller said that it would work.",
        "John Miller", TargetType.Person, 3, "Miller")]
    [InlineData("de", "Bundeskanzlerin Angela Merkel lobte die Sitzung in Berlin. Die Kanzlerin Merkel sprach im Garten über Milch.",
        "Angela Merkel", TargetType.Person, 2, "Merkel")]
    [InlineData(
        "de",
        "Die Deutsche Bahn hat am Montag neue Fahrpläne vorgestellt. Nach Angaben der Deutschen Bahn fahren mehr Züge nach Hamburg. Die "
            + "Gewerkschaft kritisierte die Deutsche Bahn.", "Deutsche Bahn", TargetType.Organization, 2, "")]
    [InlineData(
        "de", "Landrätin Friederike Osterkamp hat den Umbau gestoppt. Das Geld reiche nicht, sagte Osterkamp am Dienstag.",
        "Friederike Osterkamp", TargetType.Person, 2, "Osterkamp")]
    [InlineData("fr", "Le président Emmanuel Macron parle de l’Allemagne. Selon Macron, la France va mieux.", "Emmanuel Macron",
        TargetType.Person, 2, "Macron")]
    [InlineData("es", "El presidente Pedro Gómez habló en Madrid. Gómez dijo que no.", "Pedro Gómez", TargetType.Person, 2, "Gómez")]
    [InlineData(
        "it",
        "Giorgia Meloni ha incontrato Emmanuel Macron a Parigi. Secondo Meloni, l’Italia e la Francia aiuteranno l’Ucraina. "
            + "Meloni tornerà a Roma domani.", "Giorgia Meloni", TargetType.Person, 3, "Meloni")]
    [InlineData("pt", "O Supremo Tribunal Federal (STF) decidiu. O STF não falou.", "Supremo Tribunal Federal", TargetType.Organization, 3,
        "STF")]
    public void Names_of_one_thing_are_one_target(string language, string text, string name, TargetType type, int mentions, string aliases)
    {
        var target = Assert.Single(Find(text, language), t => t.Name == name);
        Assert.Equal(type, target.Type);
        Assert.Equal(mentions, target.Mentions.Count);
        Assert.Equal(aliases, string.Join('|', target.Aliases.Order()));
    }

    [Theory]
    [InlineData("en", "However, nothing came. Meanwhile it rained on Monday in June. However, Yesterday was dry.")]
    [InlineData("en", "Many American officials met. The Americans left. French wine was served.")]
    [InlineData("en", "Police closed the bridge on Monday after the storm. It was NOT the first time. NOBODY was hurt, they said.")]
    [InlineData("de", "Die Lehrer warten seit Jahren auf mehr Geld. Am Montag sprachen die Eltern mit der Schule. Der Plan ist neu.")]
    public void Openers_weekdays_adjectives_shouted_words_and_common_nouns_are_no_targets(string language, string text)
        => Assert.Empty(Find(text, language));

    [Theory]
    [InlineData("Tarvold Bay is cold. Few swim near Tarvold Bay. We love Tarvold Bay.", "Tarvold Bay", TargetType.Place)]
    [InlineData("We met Zorinda there. Zorinda said that she was tired. Then Zorinda took her coat.", "Zorinda", TargetType.Person)]
    [InlineData(
        "Liverpool beat their rivals. The striker scored two goals for Liverpool, and the manager praised his squad. It was the last "
            + "match of the season, and Liverpool won.", "Liverpool", TargetType.Organization)]
    [InlineData("Police came to St. Louis. In south St. Louis a car burned, and St. Louis slept.", "St. Louis", TargetType.Place)]
    [InlineData("Ships leave Liverpool daily. The port of Liverpool is old, and Liverpool lives from it.", "Liverpool", TargetType.Place)]
    public void What_stands_around_an_unknown_name_tells_its_type(string text, string name, TargetType type)
        => Assert.Equal(type, Assert.Single(Find(text, "en"), t => t.Name == name).Type);

    [Theory]
    [InlineData("The governor, John Miller, spoke to Mr Weber on Friday. Miller’s plan (Miller himself wrote it) was new.",
        "John Miller|Miller|Miller")]
    [InlineData("“Anna Schmidt’s right,” he said. Nobody doubted Anna Schmidt, 52, or Dr. Schmidt's book.",
        "Anna Schmidt|Anna Schmidt|Schmidt")]
    public void A_mention_is_the_name_alone(string text, string mentions)
        => Assert.Equal(
            mentions,
            string.Join('|', Find(text, "en").Single(t => mentions.StartsWith(t.Name + "|", StringComparison.Ordinal))
                .Mentions.Select(m => m.Span.In(text))));

    /// <summary>A heading's capitals say less than those of running text.</summary>
    [Theory]
    [InlineData("Read more: Angela Merkel\n\n", "", false)]
    [InlineData("# Angela Merkel\n\n", "", false)]
    [InlineData("", " with Angela Merkel", true)]
    [InlineData("# Angela Merkel\n\n", " with Angela Merkel", true)]
    public void A_name_that_stands_in_headings_and_labels_alone_is_no_target(string before, string named, bool isTarget)
    {
        var text = $"{before}The committee met on Friday to talk about the budget{named}. It will meet again in June, before the vote.";

        Assert.Equal(isTarget, Find(text, "en").Exists(t => t.Name == "Angela Merkel"));
    }

    [Fact]
    public void A_surname_of_two_people_is_given_to_neither()
    {
        var targets = Find("Jane Roe met Peter Roe. Jane Roe and Peter Roe talked. Then Roe left.", "en");
        Assert.Equal([2, 2], targets.Where(t => t.Name is "Jane Roe" or "Peter Roe").Select(t => t.Mentions.Count));
    }

    /// <summary>Fewer words, yet more letters: neither is the fuller form of the other.</summary>
    [Fact]
    public void A_longer_surname_of_fewer_words_is_another_person()
    {
        var targets = Find("Al Bo Roe met Alexandrina Roe. Al Bo Roe left, and so did Alexandrina Roe.", "en");
        Assert.Contains(targets, t => t.Name == "Alexandrina Roe" && t.Mentions.Count == 2);
    }

    [Fact]
    public void No_crowd_of_names_stops_the_reading()
    {
        string[] words = ["Al", "Bo", "Jane", "Alexandrina", "Roe", "van", "der", "Jr.", "President", "Party", "of", "UK", "NWC", "(NWC)",
            "said", "the", "O’Neil", "Britain", "Mr.", "X.", "Roe-Poe", ".", ",", "“", "”", "\n\n"];
        var crowds = Gen.Elements(words).ListOf().Select(w => string.Join(' ', w));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(crowds.ToArbitrary(), text =>
            Find(text, "en").TrueForAll(t => t.Mentions.All(m => m.Span.Length > 0 && m.Span.End <= text.Length))));
    }

    [Fact]
    public void A_dateline_is_no_target()
        => Assert.DoesNotContain(Find("LISBON (Reuters) - The harbour is closed, Jane Roe said. Jane Roe left.", "en"),
            t => t.Name is "LISBON" or "Reuters");

    [Fact]
    public void Pronouns_go_to_the_only_person_they_can_mean()
    {
        var targets = Find("Jane Roe won the vote. She thanked the city. John Doe met Peter Poe. He said nothing.", "en");
        Assert.Single(targets.Single(t => t.Name == "Jane Roe").Linked);
        Assert.All(targets.Where(t => t.Name == "Peter Poe"), t => Assert.Empty(t.Linked));
    }

    private static List<Target> Find(string text, string language)
        => TargetFinder.Shared.Find(new AnalyzedText(text, language, CancellationToken.None), null, CancellationToken.None);
}

using FsCheck;
using FsCheck.Fluent;
using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Entities;

public sealed class TargetFinderTests
{
    [Theory]
    [InlineData("en", "Field Marshal Jane Roe came to Berlin. On Monday Roe’s army left. “Why?” asked Sen. Roe.", "Jane Roe",
        TargetType.Person, 3, "Roe")]
    [InlineData("en", "The Northport Workers Council (NWC) met. However, the NWC did nothing.", "Northport Workers Council",
        TargetType.Organization, 3, "NWC")]
    [InlineData("en", "Britain and France talked. The UK left early. British officials said nothing of the UK.", "UK", TargetType.Place, 4,
        "Britain|British")]
    [InlineData("en", "US President John Doe spoke. Donors like Mr. Doe. Doe, 61, won in Ohio.", "John Doe", TargetType.Person, 3, "Doe")]
    [InlineData("de", "Bundeskanzlerin Angela Merkel lobte die Sitzung in Berlin. Die Kanzlerin Merkel sprach im Garten über Milch.",
        "Angela Merkel", TargetType.Person, 2, "Merkel")]
    [InlineData("de", "Die Deutsche Bahn fährt. Am Abend stand die Bahn still, und die Bahn schwieg.", "Deutsche Bahn",
        TargetType.Organization, 3, "Bahn")]
    [InlineData("fr", "Le président Emmanuel Macron parle de l’Allemagne. Selon Macron, la France va mieux.", "Emmanuel Macron",
        TargetType.Person, 2, "Macron")]
    [InlineData("es", "El presidente Pedro Gómez habló en Madrid. Gómez dijo que no.", "Pedro Gómez", TargetType.Person, 2, "Gómez")]
    [InlineData("it", "Il ministro Matteo Rossi è a Roma. Secondo Rossi va bene.", "Matteo Rossi", TargetType.Person, 2, "Rossi")]
    [InlineData("pt", "O Supremo Tribunal Federal (STF) decidiu. O STF não falou.", "Supremo Tribunal Federal", TargetType.Organization, 3,
        "STF")]
    public void Names_of_one_thing_are_one_target(string language, string text, string name, TargetType type, int mentions, string aliases)
    {
        var target = Assert.Single(Find(text, language), t => t.Name == name);
        Assert.Equal(type, target.Type);
        Assert.Equal(mentions, target.Mentions.Count);
        Assert.Equal(aliases.Split('|').Order(), target.Aliases.Order());
    }

    [Theory]
    [InlineData("en", "However, nothing came. Meanwhile it rained on Monday in June. However, Yesterday was dry.")]
    [InlineData("en", "Many American officials met. The Americans left. French wine was served.")]
    [InlineData("de", "Der Hund und die Katze lagen im Garten. Am Montag fraß der Hund Fleisch. Die Katze schlief im Garten.")]
    public void Openers_weekdays_adjectives_and_common_nouns_are_no_targets(string language, string text)
        => Assert.Empty(Find(text, language));

    [Theory]
    [InlineData("The Velvet Marlin opened. Critics saw the Velvet Marlin twice, and the Velvet Marlin won.", "Velvet Marlin",
        TargetType.Topic)]
    [InlineData("Tarvold Bay is cold. Few swim near Tarvold Bay. We love Tarvold Bay.", "Tarvold Bay", TargetType.Place)]
    [InlineData("We met Zorinda there. Zorinda said that she was tired. Then Zorinda took her coat.", "Zorinda", TargetType.Person)]
    [InlineData(
        "Liverpool beat their rivals. The striker scored two goals for Liverpool, and the manager praised his squad. It was the last "
            + "match of the season, and Liverpool won.", "Liverpool", TargetType.Organization)]
    [InlineData("Police came to St. Louis. In south St. Louis a car burned, and St. Louis slept.", "St. Louis", TargetType.Place)]
    [InlineData("Ships leave Liverpool daily. The port of Liverpool is old, and Liverpool lives from it.", "Liverpool", TargetType.Place)]
    public void What_stands_around_an_unknown_name_tells_its_type(string text, string name, TargetType type)
        => Assert.Equal(type, Assert.Single(Find(text, "en"), t => t.Name == name).Type);

    [Fact]
    public void A_party_behind_a_name_is_no_name()
        => Assert.DoesNotContain(Find("Jane Roe, D-Penn., left. John Doe, R-Ohio, stayed with Rep. Max Poe, D-Penn., and others.", "en"),
            t => t.Name.StartsWith("D-", StringComparison.Ordinal));

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
        Assert.Single(targets.Single(t => t.Name == "Jane Roe").Pronouns);
        Assert.All(targets.Where(t => t.Name != "Jane Roe"), t => Assert.Empty(t.Pronouns));
    }

    [Fact]
    public void A_matter_argued_over_is_a_topic()
    {
        var targets = Find("Gun control divides us. We need gun control. Nobody likes gun laws.", "en");
        Assert.Equal((TargetType.Topic, 3), (Assert.Single(targets).Type, targets[0].Mentions.Count));
    }

    private static List<Target> Find(string text, string language)
        => TargetFinder.Find(new AnalyzedText(text, language, CancellationToken.None), null, CancellationToken.None);
}

using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Summarizer.Extractive;

namespace Summarizer.Tests.Extractive;

public sealed class ExtractiveEngineTests
{
    private const string Report =
        """
        The harbour of Northport will be closed for a year, the Northport Harbour Authority (NHA) announced on Monday.

        Mayor Jane Roe attacked the decision. “The NHA has betrayed this city. It is a disgrace,” Roe said.

        But the authority says that the quays are not safe.

        The engineer John Doe, who has praised Roe for years, said that the mayor had been right about the harbour all along.

        Photo: the quays of Northport (pictured) in winter.

        In Northport, Roe is expected to win the next vote easily, and the NHA will have to explain itself to the council.
        """;

    private static readonly Article News = new() { Text = Report, Language = "en" };

    [Fact]
    public void Every_quote_stands_where_it_says()
    {
        var draft = Engine().Draft(News, CancellationToken.None);
        var quotes = draft.Summary.SelectMany(s => s.Quotes).Concat(draft.Stances.SelectMany(s => s.Quotes)).ToArray();
        Assert.NotEmpty(quotes);
        Assert.All(quotes, q => Assert.Equal(q.Text, Report.Substring(q.At!.Value, q.Text.Length)));
    }

    [Fact]
    public void A_summary_keeps_the_order_and_leaves_out_what_dangles()
    {
        var summary = Engine().Draft(News, CancellationToken.None).Summary.Select(s => s.Text).ToArray();
        Assert.Equal(3, summary.Length);
        Assert.StartsWith("The harbour of Northport", summary[0], StringComparison.Ordinal);
        Assert.DoesNotContain(summary,
            s => s.StartsWith("But", StringComparison.Ordinal) || s.Contains("(pictured)", StringComparison.Ordinal));
        var positions = summary.Select(s => Report.IndexOf(s, StringComparison.Ordinal));
        Assert.Equal(positions.Order(), positions);
    }

    [Fact]
    public void Names_acronyms_and_titles_are_one_target()
    {
        var stances = Engine().Draft(News, CancellationToken.None).Stances.Where(s => s.Holder == StanceTag.Author).ToArray();
        var mayor = Assert.Single(stances, s => s.Target == "Jane Roe");
        Assert.Equal(TargetType.Person, mayor.Type);
        Assert.Equal(["Roe"], mayor.Aliases);
        var authority = Assert.Single(stances, s => s.Target == "Northport Harbour Authority");
        Assert.Equal(TargetType.Organization, authority.Type);
        Assert.Contains("NHA", authority.Aliases);
        Assert.DoesNotContain(stances, s => s.Target is "Monday" or "Photo" or "But" or "Mayor");
    }

    [Fact]
    public void What_is_quoted_is_the_speakers_stance()
    {
        var stances = Engine().Draft(News, CancellationToken.None).Stances;
        var quoted = Assert.Single(stances, s => s.Target == "Northport Harbour Authority" && s.Holder != StanceTag.Author);
        Assert.Equal(("Jane Roe", Stance.Against), (quoted.Holder, quoted.Stance));
    }

    [Fact]
    public void A_watched_target_is_reported_even_when_nobody_names_it()
    {
        var stances = Engine("Harbour Authority=NHA", "Nato").Draft(News, CancellationToken.None).Stances;
        Assert.Contains(stances, s => s.Target == "Harbour Authority" && s.Mentions > 0);
        var absent = Assert.Single(stances, s => s.Target == "Nato");
        Assert.Equal((Stance.Neutral, 0, 0), (absent.Stance, absent.Mentions!.Value, absent.Quotes.Count));
    }

    [Theory]
    [InlineData("It rained. At the quay Mayor Zarbock waited, and nobody came.", 1)]
    [InlineData("It rained. At the quay Peter Zarbock waited, and nobody came.", 0)]
    public void A_watched_person_is_known_by_the_surname_alone(string text, int mentions)
    {
        var stances = Engine("Jane Zarbock").Draft(new Article { Text = text, Language = "en" }, CancellationToken.None).Stances;
        Assert.Equal(mentions, Assert.Single(stances, s => s.Target == "Jane Zarbock").Mentions);
    }

    [Fact]
    public void The_same_article_gives_the_same_draft()
        => Assert.Equal(
            Engine().Draft(News, CancellationToken.None).Stances.Select(s => (s.Target, s.Holder, s.Stance, s.Confidence)),
            Engine().Draft(News, CancellationToken.None).Stances.Select(s => (s.Target, s.Holder, s.Stance, s.Confidence)));

    [Theory]
    [InlineData("")]
    [InlineData("One")]
    [InlineData("\ud83d\n\n\"")]
    [InlineData("(((“„«'")]
    public void Odd_texts_do_no_harm(string text)
        => Assert.Empty(Engine().Draft(new Article { Text = text }, CancellationToken.None).Stances);

    [Fact]
    public void No_text_breaks_the_engine_and_every_quote_is_in_it()
    {
        var pieces = Gen.Elements(
            "Jane Roe", " said ", "“", "”", "\"", "He ", "the NHA (", ") ", ". ", "\n\n", "\r\n", "U.S. ",
            "Mr. ", "President ", " of ", "the ",
            "according to ", "attacked ", "praised ", "Libya’s ", "British ", "😀", "\ud83d", "é",
            "。", "« ", " »", "- ", "1. ", "’", "'", "NHA", " und ", "der ", "—");
        var engine = Engine("Jane Roe=Roe", "Nato");
        Prop.ForAll(Arb.From(Gen.ListOf(pieces).Select(string.Concat)), text =>
        {
            var draft = engine.Draft(new Article { Text = text, Title = text.Length > 40 ? text[..40] : null }, CancellationToken.None);
            return draft.Headline!.Length <= 120 && text.Contains(draft.Headline, StringComparison.Ordinal)
                && draft.Summary.SelectMany(s => s.Quotes).Concat(draft.Stances.SelectMany(s => s.Quotes))
                    .All(q => string.CompareOrdinal(text, q.At!.Value, q.Text, 0, q.Text.Length) == 0);
        }).QuickCheckThrowOnFailure();
    }

    internal static ExtractiveEngine Engine(params string[] watched)
    {
        var stances = new StanceOptions();
        foreach (var entry in watched)
            stances.Watch.Add(entry);
        return new ExtractiveEngine(Options.Create(new SummaryOptions()), Options.Create(stances));
    }
}

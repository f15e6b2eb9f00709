using Summarizer.Catalog;
using Summarizer.Catalog.Writing;
using Summarizer.Storage;
using Summarizer.Storage.Reviews;
using Summarizer.Tests.Editions;

namespace Summarizer.Tests.Catalog.Writing;

public sealed class EditionTablesTests
{
    [Fact]
    public void Editions_count_as_one_and_others_do_not()
    {
        using var catalog = new CatalogDriver();
        var text = TextShinglesTests.Prose(1, 300);

        catalog.Put(
            Article("a.txt", text), Article("b.txt", "MARLOW — " + text.Replace("word2244 ", "other ", StringComparison.Ordinal)),
            Article("c.txt", TextShinglesTests.Prose(2, 300)), Article("d.txt", TextShinglesTests.Prose(1, 60)));

        Assert.Equal([("a.txt", 1), ("b.txt", 1), ("c.txt", 0), ("d.txt", 0)], Editions(catalog));
        catalog.Remove("b.txt");
        Assert.Equal([("a.txt", 0), ("c.txt", 0), ("d.txt", 0)], Editions(catalog));
    }

    [Fact]
    public void An_edition_between_two_others_joins_them()
    {
        using var catalog = new CatalogDriver();
        string[] words = TextShinglesTests.Prose(1, 440).Split(' ');
        ArticleResult From(string name, int start) => Article(name, string.Join(' ', words[start..(start + 300)]));

        catalog.Put(From("a.txt", 0), From("c.txt", 140));
        Assert.Equal([("a.txt", 0), ("c.txt", 0)], Editions(catalog));
        catalog.Put(From("b.txt", 70));

        Assert.Equal([("a.txt", 2), ("b.txt", 2), ("c.txt", 2)], Editions(catalog));
    }

    [Fact]
    public void An_article_that_is_written_anew_finds_its_editions_again()
    {
        using var catalog = new CatalogDriver();
        var text = TextShinglesTests.Prose(1, 300);
        catalog.Put(Article("a.txt", text), Article("b.txt", text + " Added later."));

        catalog.Put(Article("b.txt", TextShinglesTests.Prose(2, 300)));
        Assert.Equal([("a.txt", 0), ("b.txt", 0)], Editions(catalog));
        catalog.Put(Article("b.txt", text + " Added again."));
        Assert.Equal([("a.txt", 1), ("b.txt", 1)], Editions(catalog));
        catalog.PutPending("b.txt");
        Assert.Equal([("a.txt", 0), ("b.txt", 0)], Editions(catalog));
    }

    [Fact]
    public void Many_of_one_text_are_all_counted()
    {
        using var catalog = new CatalogDriver();
        var text = TextShinglesTests.Prose(1, 100);

        catalog.Put([.. Enumerable.Range(0, 500).Select(i => Article($"{i:000}.txt", i % 2 == 0 ? text : text + $" Number {i}."))]);

        Assert.All(catalog.Page(ArticleQuery.All).Items, i => Assert.Equal(499, i.Editions));
    }

    [Fact]
    public void A_review_stands_in_the_place_of_the_engines_word_until_it_is_gone()
    {
        using var catalog = new CatalogDriver();
        var result = Results.Of("a.txt", 1, stances: [("Derna", Stance.Favor), ("Egypt", Stance.Favor), ("OPEC", Stance.Against)]);
        catalog.Put(result);

        catalog.Apply(Judged(
            Verdict("Derna", Judgement.Corrected, Stance.Against), Verdict("Egypt", Judgement.Rejected, Stance.Favor),
            Verdict("OPEC", Judgement.Accepted, Stance.Against, "ben"), Verdict("OPEC", Judgement.Corrected, Stance.Neutral),
            Verdict("libraries", Judgement.Added, Stance.Favor)));
        var reviewed = catalog.Page(ArticleQuery.All).Items[0];
        catalog.Put(result);
        var rerun = catalog.Page(ArticleQuery.All).Items[0];
        Assert.Equal(["a.txt"], catalog.Names(new ArticleQuery { Target = "libraries", Stance = Stance.Favor }));
        catalog.Apply(new CatalogWork.Judged("a.txt.json", null, null));
        var engine = catalog.Page(ArticleQuery.All).Items[0];

        Assert.True(reviewed.Reviewed);
        Assert.Equal(
            [
                ("Derna", Stance.Against, 1d, true, false), ("OPEC", Stance.Against, 0.8, true, true),
                ("libraries", Stance.Favor, 1d, true, false),
            ],
            Sorted(reviewed).Select(s => (s.Target, s.Stance, s.Confidence, s.Reviewed, s.Disputed)));
        Assert.Equal(reviewed.Stances, rerun.Stances);
        Assert.False(engine.Reviewed);
        Assert.Equal(
            [("Derna", Stance.Favor, 0.8, false), ("Egypt", Stance.Favor, 0.8, false), ("OPEC", Stance.Against, 0.8, false)],
            Sorted(engine).Select(s => (s.Target, s.Stance, s.Confidence, s.Reviewed)));
        Assert.Empty(catalog.Names(new ArticleQuery { Reviewed = true }));
    }

    [Fact]
    public void A_review_that_comes_before_its_result_waits_for_it_and_follows_it()
    {
        using var catalog = new CatalogDriver();
        catalog.Apply(Judged(Verdict("Derna", Judgement.Corrected, Stance.Against)));

        catalog.Put(Results.Of("a.txt", 1, stances: ("Derna", Stance.Favor)));
        Assert.Equal(["a.txt"], catalog.Names(new ArticleQuery { Target = "Derna", Stance = Stance.Against }));
        catalog.PutPending("a.txt");
        Assert.Empty(catalog.Names(new ArticleQuery { Reviewed = true }));
        // The upload that the result was made from stands there again.
        catalog.Apply(new CatalogWork.Upload("a.txt", "0x1"));

        Assert.Equal(["a.txt"], catalog.Names(new ArticleQuery { Target = "Derna", Stance = Stance.Against, Reviewed = true }));
    }

    private static IEnumerable<StanceChip> Sorted(ArticleItem item) => item.Stances.OrderBy(s => s.Target, StringComparer.Ordinal);

    private static CatalogWork.Judged Judged(params ReviewVerdict[] verdicts)
        => new("a.txt.json", "e", new Review { Name = "a.txt", Verdicts = verdicts });

    private static ReviewVerdict Verdict(string target, Judgement judgement, Stance stance, string reviewer = "anna") => new()
    {
        Kind = ReviewKind.Stance,
        Target = target,
        Holder = StanceTag.Author,
        Judgement = judgement,
        Stance = stance,
        Reviewer = reviewer,
    };

    private static ArticleResult Article(string name, string text)
    {
        var result = Results.Of(name, 1, stances: ("Derna", Stance.Favor));
        return result with { Article = result.Article! with { Text = text } };
    }

    private static IEnumerable<(string Name, int Editions)> Editions(CatalogDriver catalog)
        => catalog.Page(ArticleQuery.All).Items.Select(i => (i.Name, i.Editions)).OrderBy(i => i.Name, StringComparer.Ordinal);
}

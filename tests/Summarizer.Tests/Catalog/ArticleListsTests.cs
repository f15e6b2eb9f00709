using Summarizer.Catalog;
using Summarizer.Catalog.Search;
using Summarizer.Storage.Entries;

namespace Summarizer.Tests.Catalog;

public sealed class ArticleListsTests
{
    private static readonly ArticleQuery[] Queries =
    [
        ArticleQuery.All,
        new() { Words = "siege part" },
        new() { Words = "SIÈGE -ferry" },
        new() { Words = "-siege", Publisher = "Publisher 3" },
        new() { Prefix = "2018/" },
        new() { Status = ListStatus.Pending },
        new() { Publisher = "publisher 7" },
        new() { Target = "derna", Stance = Stance.Against },
        new() { Stance = Stance.Favor, Publisher = "PUBLISHER 3" },
        new() { Stance = Stance.Favor, Holder = HolderKind.Quoted },
        new() { Target = "derna", MinConfidence = 0.8, Holder = HolderKind.Author },
        new() { Target = "derna", MinConfidence = 0.9 },
        new() { From = new DateOnly(2018, 1, 1), To = new DateOnly(2019, 12, 31) },
        new() { To = new DateOnly(2019, 12, 31), Words = "library" },
        new() { Reviewed = true },
        new() { Reviewed = false, Prefix = "2017/" },
        new() { Target = "nobody" },
        new() { Words = "!!!" },
    ];

    /// <summary>
    /// Whatever came and went, a query finds what a look at every article finds, in order, and pages neither repeat nor
    /// skip.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Queries_find_what_a_look_at_everything_finds(int seed)
    {
        var (model, random) = (new Dictionary<string, (ArticleResult Result, bool Pending)>(), new Random(seed));
        using var catalog = new CatalogDriver();
        for (var step = 0; step < 600; step++)
        {
            var result = Results.Numbered(random.Next(200));
            if (random.Next(4) == 0)
            {
                model.Remove(result.Name);
                catalog.Remove(result.Name);
                continue;
            }

            result = result with { ProcessedAt = result.ProcessedAt.AddHours(random.Next(3)) };
            var pending = random.Next(5) == 0;
            catalog.Remove(result.Name);
            catalog.Put(result);
            if (pending)
                catalog.PutPending(result.Name);
            model[result.Name] = (result, pending);
        }

        foreach (var query in Queries)
        {
            string[] In<T>(Func<(ArticleResult Result, bool Pending), T> key) =>
                [.. model.Values.Where(a => Has(a.Result, a.Pending, query)).OrderBy(key).ThenBy(a => a.Result.Name, StringComparer.Ordinal)
                    .Select(a => a.Result.Name)];
            var newest = In(a => a.Pending ? long.MinValue : -a.Result.ProcessedAt.Ticks);

            foreach (var limit in new[] { 7, 200 })
            {
                Assert.Equal(newest, catalog.Names(query, limit, ArticleSort.Processed));
                Assert.Equal(
                    In(a => a.Pending ? 0 : -a.Result.Article!.PublishedOn!.Value.DayNumber),
                    catalog.Names(query, limit, ArticleSort.Published));
                Assert.Equal(
                    In(a => (a.Pending, a.Pending ? "" : Folding.Fold(a.Result.Article!.Title))),
                    catalog.Names(query, limit, ArticleSort.Title));
                Assert.Equal(newest.Order(), catalog.Names(query, limit).Order());
            }
        }

        Assert.Equal(model.Count, catalog.Page(ArticleQuery.All).Total);
    }

    [Fact]
    public void A_page_goes_on_where_it_ended_when_its_last_article_is_gone()
    {
        using var catalog = new CatalogDriver();
        catalog.Put([.. Enumerable.Range(0, 5).Select(i => Results.Of($"{i}.txt", i))]);
        var first = catalog.Page(ArticleQuery.All, 2);

        catalog.Remove(first.Items[1].Name);

        Assert.True(ListCursor.TryParse(first.Cursor, out var cursor));
        Assert.Equal(["2.txt", "1.txt", "0.txt"], catalog.Page(ArticleQuery.All, 9, cursor).Items.Select(i => i.Name));
    }

    [Fact]
    public void A_result_comes_back_when_its_newer_upload_is_gone()
    {
        using var catalog = new CatalogDriver();
        var result = Results.Of("a.txt", 1, stances: ("Derna", Stance.Favor));
        catalog.Put(result);
        catalog.PutPending("a.txt");
        Assert.Equal(ListStatus.Pending, catalog.Page(ArticleQuery.All).Items.Single().Status);
        Assert.Empty(catalog.Names(new ArticleQuery { Target = "Derna" }));

        catalog.Apply(new Summarizer.Catalog.Writing.CatalogWork.Upload("a.txt", null));

        var item = catalog.Page(ArticleQuery.All).Items.Single();
        Assert.Equal((ListStatus.Succeeded, "Derna"), (item.Status, item.Stances.Single().Target));
    }

    [Fact]
    public void Editions_with_the_same_words_are_counted()
    {
        using var catalog = new CatalogDriver();
        var one = Results.Of("one.txt", 1, stances: ("Derna", Stance.Favor));
        catalog.Put(one, one with { Name = "again.txt" }, one with { Name = "third.txt" }, Results.Of("two.txt", 2));

        Assert.Equal([0, 2, 2, 2], catalog.Page(ArticleQuery.All).Items.Select(i => i.Editions));
        catalog.Remove("third.txt");
        Assert.Equal([0, 1, 1], catalog.Page(ArticleQuery.All).Items.Select(i => i.Editions));
    }

    private static bool Has(ArticleResult result, bool pending, ArticleQuery query)
    {
        var words = pending
            ? WordSplitter.Split(result.Name).Select(w => w.Token).ToHashSet()
            : WordSplitter.Split(string.Join(' ', [
                    result.Name, result.Article!.Title, result.Article.Publisher, result.Article.Text, result.Summary!.Headline,
                ])).Select(w => w.Token).ToHashSet();
        string[] typed = Folding.Fold(query.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return typed.All(w => w[0] == '-' ? !words.Contains(w[1..]) : words.Contains(w))
            && (query.Prefix is null || result.Name.StartsWith(query.Prefix, StringComparison.Ordinal))
            && (query.Status is null || (query.Status == ListStatus.Pending) == pending)
            && (query.Publisher is null || (!pending && Folding.Fold(result.Article!.Publisher) == Folding.Fold(query.Publisher)))
            && (query.From is null || (!pending && result.Article!.PublishedOn >= query.From))
            && (query.To is null || (!pending && result.Article!.PublishedOn <= query.To))
            && query.Reviewed != true
            && (query is { Target: null, Stance: null, MinConfidence: null }
                || (!pending && result.Stances.Any(s => (query.Target is null || Folding.Fold(s.Target.Name) == query.Target)
                    && (query.Stance is null || s.Stance == query.Stance)
                    && (query.MinConfidence is null || s.Confidence >= query.MinConfidence)
                    && query.Holder != HolderKind.Quoted)));
    }
}

using Summarizer.Catalog;
using Summarizer.Storage.Entries;

namespace Summarizer.Tests.Catalog;

public sealed class CatalogTableTests
{
    private static readonly ArticleQuery[] Queries =
    [
        ArticleQuery.All,
        new() { Words = "siege part" },
        new() { Words = "SIÈGE" },
        new() { Prefix = "2018/" },
        new() { Status = ListStatus.Pending },
        new() { Publisher = "publisher 7" },
        new() { Target = "derna", Stance = Stance.Against },
        new() { Stance = Stance.Favor, Publisher = "PUBLISHER 3" },
        new() { From = new DateOnly(2018, 1, 1), To = new DateOnly(2019, 12, 31) },
        new() { Target = "nobody" },
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
        var (table, model, random) = (new CatalogTable(), new Dictionary<string, CatalogArticle>(), new Random(seed));
        for (var step = 0; step < 600; step++)
        {
            var result = Results.Numbered(random.Next(200));
            if (random.Next(4) == 0)
            {
                Assert.Equal(model.Remove(result.Name), table.Remove(result.Name));
                continue;
            }

            var entry = ResultEntry.From(result with { ProcessedAt = result.ProcessedAt.AddHours(random.Next(3)) });
            var article = random.Next(5) == 0
                ? new CatalogArticle(ListItem.Pending(result.Name), null)
                : new CatalogArticle(entry.Item, entry);
            model[result.Name] = article;
            table.Put(article);
        }

        foreach (var query in Queries.Select(table.Fold))
        {
            var expected = model.Values.Where(a => a.Has(query)).OrderBy(a => a.Key).Select(a => a.Item.Name).ToArray();
            Assert.Equal(expected, table.Query(query, null).Select(a => a.Item.Name));
            Assert.Equal(expected, InPages(table, query, 7));
        }

        Assert.Equal(model.Count, table.Count);
    }

    [Fact]
    public void A_page_goes_on_where_it_ended_when_its_last_article_is_gone()
    {
        var table = new CatalogTable();
        foreach (var i in Enumerable.Range(0, 5))
            table.Put(Indexed(Results.Of($"{i}.txt", i)));
        var last = table.Query(table.Fold(ArticleQuery.All), null).ElementAt(1);

        table.Remove(last.Item.Name);

        Assert.Equal(["2.txt", "1.txt", "0.txt"], table.Query(table.Fold(ArticleQuery.All), last.Key).Select(a => a.Item.Name));
    }

    [Fact]
    public void Editions_of_one_work_count_once_and_other_articles_each()
    {
        var table = new CatalogTable();
        var one = Results.Of("one.txt", 1, publisher: "A", stances: ("Derna", Stance.Favor));
        table.Put(Indexed(one));
        table.Put(Indexed(one with { Name = "again.txt" }));
        table.Put(Indexed(Results.Of("two.txt", 2, publisher: "A", stances: ("Derna", Stance.Against))));

        var folded = table.Fold(new ArticleQuery { Target = "Derna" });
        var votes = table.Query(folded, null).Select(a => new Vote(a, Leaning.From(a.Stances[0])));

        Assert.Equal(new StanceCount(1, 1, 0, 0, 0.8), StanceCount.From(votes));
    }

    [Theory]
    [InlineData("Müller", "muller")]
    [InlineData("ﬁnance  ", "finance")]
    [InlineData("", "")]
    public void Words_are_folded(string text, string folded) => Assert.Equal(folded, CatalogArticle.Fold(text));

    [Fact]
    public void Half_a_character_is_folded_too() => Assert.Equal("\uFFFDx", CatalogArticle.Fold(string.Concat('\uD800', 'X')));

    private static CatalogArticle Indexed(ArticleResult result)
    {
        var entry = ResultEntry.From(result);
        return new CatalogArticle(entry.Item, entry);
    }

    private static IEnumerable<string> InPages(CatalogTable table, FoldedQuery query, int size)
    {
        CatalogKey? after = null;
        while (true)
        {
            var page = table.Query(query, after).Take(size).ToArray();
            foreach (var article in page)
                yield return article.Item.Name;
            if (page.Length < size)
                yield break;
            after = page[^1].Key;
        }
    }
}

using System.Diagnostics;
using Summarizer.Catalog;
using static Summarizer.Tests.Catalog.Targets.TargetArticles;

namespace Summarizer.Tests.Catalog.Targets;

/// <summary>
/// Targets depend on the articles that there are, not on how they came; and a crowd of names costs no more each than a few.
/// </summary>
public sealed class TargetOrderTests
{
    /// <summary>Names that bear on each other in every way that the index knows.</summary>
    private static readonly string[] Names =
    [
        "Joe Biden", "Biden", "Hunter Biden", "Joseph R. Biden", "Joe", "President Biden", "HFC", "Holm Ferry Council", "Ferry Council",
        "Home Front Command", "U.S.", "American", "United States", "Jordan", "Michael Jordan", "Council", "Alpha", "Bravo", "Charlie",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_same_articles_give_the_same_targets_however_they_came(int seed)
    {
        var random = new Random(seed);
        var model = new Dictionary<string, ArticleResult>();
        using var table = new CatalogDriver();
        for (var step = 0; step < 1_500; step++)
        {
            var article = AnyArticle(random, $"{random.Next(60)}.txt");
            if (random.Next(3) == 0)
            {
                table.Remove(article.Name);
                model.Remove(article.Name);
            }
            else
            {
                table.Put(article);
                model[article.Name] = article;
            }

            if (step % 50 != 0)
                continue;
            using var fresh = new CatalogDriver();
            fresh.Put([.. model.Values.OrderBy(_ => random.Next())]);
            Assert.Equal(Facts(fresh), Facts(table));
            Assert.Equal(fresh.NameCount, table.NameCount);
            Assert.Equal(Rows(table), Facts(table));
            // What a start counts from the database is what was counted on the way.
            Assert.Equal(Facts(table), Facts(new CatalogDriver(table.Database)));
        }
    }

    [Fact]
    public void Twenty_thousand_targets_cost_as_much_each_as_two_thousand()
        => AssertLinear(i => [Body($"Company {i}", $"C{i}"), Person($"Roe{i}")]);

    [Fact]
    public void A_name_with_twenty_thousand_aliases_costs_as_much_each_as_with_two_thousand()
        => AssertLinear(i => [Body("Holm Ferry Council", $"Council {i}"), Body($"Council {i}")]);

    [Fact]
    public void Twenty_thousand_persons_of_one_surname_cost_as_much_each_as_two_thousand()
        => AssertLinear(i => [Person($"Jane{i} Roe", "Roe"), Person("Roe")]);

    [Fact]
    public void A_row_of_twenty_thousand_names_costs_as_much_each_as_two_thousand()
        => AssertLinear(i => [Body($"Ring {i}", $"Ring {i + 1}")]);

    [Fact]
    public void Twenty_thousand_spellings_of_one_name_cost_as_much_each_as_two_thousand()
        => AssertLinear(i => [Body(Spelled("abcdefghijklmno", i))]);

    [Fact]
    public void An_article_with_twenty_thousand_aliases_brings_the_first_sixteen()
    {
        using var table = Table([Body("Holm", [.. Enumerable.Range(0, 20_000).Select(i => $"Alias{i}")])]);

        Assert.Equal(17, table.NameCount);
        Assert.Equal(["0.txt"], table.About("alias15"));
        Assert.Empty(table.About("alias16"));
    }

    private static string Spelled(string name, int number)
        => string.Concat(name.Select((c, i) => (number >> i & 1) == 0 ? c : char.ToUpperInvariant(c)));

    /// <summary>Ten times as many articles, put in and half of them taken out again, take about ten times as long.</summary>
    private static void AssertLinear(Func<int, StanceTarget[]> targets)
    {
        Cost(Articles(2_000));
        var (few, many) = (Cost(Articles(2_000)), Cost(Articles(20_000)));

        Assert.True(many < few * 40 + TimeSpan.FromSeconds(0.5), $"{few.TotalMilliseconds:0} ms, then {many.TotalMilliseconds:0} ms");

        ArticleResult[] Articles(int count) => [.. Enumerable.Range(0, count).Select(i => Result($"{i}.txt", targets(i)))];
    }

    private static TimeSpan Cost(ArticleResult[] articles)
    {
        using var table = new CatalogDriver();
        var started = Stopwatch.GetTimestamp();
        table.Put(articles);
        Assert.NotEmpty(table.Targets());
        table.Remove([.. articles.Where((_, i) => i % 2 == 0).Select(a => a.Name)]);
        return Stopwatch.GetElapsedTime(started);
    }

    private static ArticleResult AnyArticle(Random random, string name)
    {
        var targets = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => new StanceTarget(
            Names[random.Next(Names.Length)], (TargetType)random.Next(4), 1,
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Names[random.Next(Names.Length)])]));
        return Result(name, [.. targets]);
    }

    /// <summary>Each target with its canonical name and articles, as the index has it.</summary>
    private static string[] Facts(CatalogDriver table)
        => table.Shared.Use(
            index => index.Groups.Select(g => $"{g.Id}: {g.Name}, {g.Type}, {g.Articles}").Order(StringComparer.Ordinal).ToArray());

    /// <summary>The same as the database has it, with the articles counted in their stances.</summary>
    private static string[] Rows(CatalogDriver table) => [.. table.Database.ReadNow(session => session.Rows(
        "SELECT t.ident, t.name, t.type, t.articles, (SELECT COUNT(DISTINCT s.article) FROM stances s JOIN names n ON n.id = s.name "
            + "WHERE n.target = t.id), (SELECT COUNT(DISTINCT s.article) FROM stances s WHERE s.target = t.id) FROM targets t",
        row =>
        {
            Assert.Equal(row.GetInt64(3), row.GetInt64(4));
            Assert.Equal(row.GetInt64(3), row.GetInt64(5));
            return $"{row.GetString(0)}: {row.GetString(1)}, {(TargetType)row.GetInt32(2)}, {row.GetInt64(3)}";
        })).Order(StringComparer.Ordinal)];
}

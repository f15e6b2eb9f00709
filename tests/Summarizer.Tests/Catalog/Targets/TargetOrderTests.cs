using System.Diagnostics;
using Summarizer.Catalog;
using Summarizer.Catalog.Targets;
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
        var (table, model) = (new CatalogTable(), new Dictionary<string, CatalogArticle>());
        for (var step = 0; step < 1_500; step++)
        {
            var article = AnyArticle(random, $"{random.Next(60)}.txt");
            if (random.Next(3) == 0)
            {
                table.Remove(article.Item.Name);
                model.Remove(article.Item.Name);
            }
            else
            {
                table.Put(article);
                model[article.Item.Name] = article;
            }

            if (step % 25 != 0)
                continue;
            var fresh = new CatalogTable();
            foreach (var other in model.Values.OrderBy(_ => random.Next()))
                fresh.Put(new CatalogArticle(other.Item, other.Entry));
            Assert.Equal(Facts(fresh), Facts(table));
            Assert.Equal(fresh.Targets.Names, table.Targets.Names);
            Assert.Equal(Walked(table, model.Values), Facts(table));
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
        var table = Table([Body("Holm", [.. Enumerable.Range(0, 20_000).Select(i => $"Alias{i}")])]);

        Assert.Equal(17, table.Targets.Names);
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

        CatalogArticle[] Articles(int count) => [.. Enumerable.Range(0, count).Select(i => Article($"{i}.txt", targets(i)))];
    }

    private static TimeSpan Cost(CatalogArticle[] articles)
    {
        var table = new CatalogTable();
        var started = Stopwatch.GetTimestamp();
        foreach (var article in articles)
        {
            table.Put(article);
            Assert.NotEmpty(article.Shown().Stances);
        }

        Assert.NotEmpty(table.Targets());
        foreach (var article in articles.Where((_, i) => i % 2 == 0))
            table.Remove(article.Item.Name);
        return Stopwatch.GetElapsedTime(started);
    }

    private static CatalogArticle AnyArticle(Random random, string name)
    {
        var targets = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => new StanceTarget(
            Names[random.Next(Names.Length)], (TargetType)random.Next(4), 1,
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Names[random.Next(Names.Length)])]));
        return Article(name, [.. targets]);
    }

    private static string[] Facts(CatalogTable table)
        => [.. table.Targets.Groups.Select(g => Fact(g, g.Articles.Select(a => a.Item.Name))).Order(StringComparer.Ordinal)];

    /// <summary>As <see cref="Facts"/>, from the articles themselves instead of the lists.</summary>
    private static string[] Walked(CatalogTable table, IEnumerable<CatalogArticle> articles)
    {
        var present = articles.Select(a => table.Find(a.Item.Name)!).ToArray();
        return
        [
            .. present.SelectMany(a => a.Targets).Distinct()
                .Select(g => Fact(g, present.Where(a => a.Targets.Contains(g)).Select(a => a.Item.Name)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Fact(TargetGroup group, IEnumerable<string> articles)
        => $"{group.Id}: {group.Name}, {group.Type}, {string.Join(' ', articles.Order(StringComparer.Ordinal))}; "
           + string.Join(' ', group.Members().Select(m => m.Name.ToString()).Order(StringComparer.Ordinal));
}

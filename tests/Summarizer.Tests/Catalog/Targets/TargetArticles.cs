using Summarizer.Catalog;
using Summarizer.Storage.Entries;

namespace Summarizer.Tests.Catalog.Targets;

/// <summary>Articles of which only the targets matter.</summary>
internal static class TargetArticles
{
    /// <summary>A target of an article, with the article's other names for it.</summary>
    public static StanceTarget Person(string name, params string[] aliases) => new(name, TargetType.Person, 3, aliases);

    public static StanceTarget Body(string name, params string[] aliases) => new(name, TargetType.Organization, 3, aliases);

    public static StanceTarget Place(string name, params string[] aliases) => new(name, TargetType.Place, 3, aliases);

    public static StanceTarget Topic(string name, params string[] aliases) => new(name, TargetType.Topic, 3, aliases);

    /// <summary>A result with an author's stance in favour of each target.</summary>
    public static ArticleResult Result(string name, params StanceTarget[] targets)
    {
        var result = Results.Of(name, name[0], stances: [.. targets.Select(t => (t.Name, Stance.Favor))]);
        return result with { Stances = [.. result.Stances.Zip(targets, (tag, target) => tag with { Target = target })] };
    }

    public static CatalogArticle Article(string name, params StanceTarget[] targets)
    {
        var entry = ResultEntry.From(Result(name, targets));
        return new CatalogArticle(entry.Item, entry);
    }

    /// <summary>A table of one article for each list of targets: <c>0.txt</c>, <c>1.txt</c> and so on.</summary>
    public static CatalogTable Table(params StanceTarget[][] articles)
    {
        var table = new CatalogTable();
        for (var i = 0; i < articles.Length; i++)
            table.Put(Article($"{i}.txt", articles[i]));
        return table;
    }

    /// <summary>The canonical targets with the number of their articles, such as <c>Joe Biden 2</c>, in the order of the list.</summary>
    public static string[] Targets(this CatalogTable table, string? words = null)
        => [.. TargetLists.Page(table.Targets, new TargetQuery { Words = words }, 200, default).Items
            .Select(i => FormattableString.Invariant($"{i.Name} {i.Articles}"))];

    /// <summary>The articles that a filter by target finds.</summary>
    public static string[] About(this CatalogTable table, string target)
        => [.. table.Query(table.Fold(new ArticleQuery { Target = target }), null).Select(a => a.Item.Name).Order(StringComparer.Ordinal)];
}

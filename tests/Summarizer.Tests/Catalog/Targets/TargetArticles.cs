using Summarizer.Catalog;

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

    /// <summary>A catalog of one article for each list of targets: <c>0.txt</c>, <c>1.txt</c> and so on.</summary>
    public static CatalogDriver Table(params StanceTarget[][] articles)
    {
        var table = new CatalogDriver();
        table.Put([.. articles.Select((targets, i) => Result($"{i}.txt", targets))]);
        return table;
    }

    /// <summary>The canonical targets with the number of their articles, such as <c>Joe Biden 2</c>, in the order of the list.</summary>
    public static string[] Targets(this CatalogDriver table, string? words = null)
        => [.. table.TargetPage(new TargetQuery { Words = words }, 200, default).Items
            .Select(i => FormattableString.Invariant($"{i.Name} {i.Articles}"))];

    /// <summary>The articles that a filter by target finds.</summary>
    public static string[] About(this CatalogDriver table, string target)
        => [.. table.Names(new ArticleQuery { Target = target }).Order(StringComparer.Ordinal)];
}

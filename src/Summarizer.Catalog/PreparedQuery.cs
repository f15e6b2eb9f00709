using System.Globalization;
using Summarizer.Catalog.Search;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Targets;
using Summarizer.Catalog.Writing;

namespace Summarizer.Catalog;

/// <summary>A question made ready: what it means by a target and by words depends on what is known now.</summary>
/// <param name="Query">As it was asked.</param>
/// <param name="Terms">Its words; null without any.</param>
/// <param name="Targets">The numbers of the targets that it means; null where it asks for none.</param>
/// <param name="TargetArticles">How many articles report on those, about.</param>
/// <param name="TargetName">The canonical name where one target is meant; null otherwise.</param>
internal sealed record PreparedQuery(
    ArticleQuery Query, SearchTerms? Terms, IReadOnlyList<long>? Targets, int TargetArticles, string? TargetName)
{
    /// <summary>Articles of a target that are looked up, and not met on the way through a list.</summary>
    private const int Rare = 2_000;

    /// <summary>Names beside the one sought under which articles report on the same targets.</summary>
    private const int MaxNames = 200;

    public bool IsRare => Targets is not null && TargetArticles < Rare;

    /// <summary>Nothing can be found, whatever is known.</summary>
    public bool IsVain => Terms is { IsEmpty: true } || Targets is { Count: 0 };

    public bool HasRelevance => Terms is { Sought.Count: > 0 };

    /// <summary>Looks up what the query means by its target.</summary>
    public static async Task<PreparedQuery> PrepareAsync(CatalogCore core, ArticleQuery query, CancellationToken cancellationToken)
    {
        if (query.Target is not null)
            await core.Targets.Loaded.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Prepare(core.Targets, query);
    }

    public static PreparedQuery Prepare(SharedTargets targets, ArticleQuery query)
    {
        var terms = string.IsNullOrWhiteSpace(query.Words) ? null : SearchTerms.Parse(query.Words);
        if (query.Target is not { } target)
            return new PreparedQuery(query, terms, null, 0, null);
        var meant = targets.Use(index => index.Find(target).Select(g => (g.Row, g.Articles, g.Name)).Where(g => g.Row > 0).ToArray());
        return new PreparedQuery(
            query, terms, [.. meant.Select(m => m.Row)], meant.Sum(m => m.Articles), meant is [var only] ? only.Name : null);
    }

    /// <summary>The statements that find it.</summary>
    /// <param name="session">Asked for the targets that words name.</param>
    /// <param name="names">The only articles looked at; null for all.</param>
    public ListSql Sql(Session session, IEnumerable<string>? names = null) => new(
        Query,
        HasRelevance ? string.Join(" AND ", Terms!.Sought.Select(t => Match(session, t))) : null,
        Terms is { Excluded.Count: > 0 } ? string.Join(" OR ", Terms.Excluded.Select(t => t.Match)) : null,
        Targets is null ? null : JsonNumbers(Targets),
        names is null ? null : JsonTexts(names));

    public static string JsonNumbers(IEnumerable<long> numbers)
        => $"[{string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]";

    private static string JsonTexts(IEnumerable<string> texts)
        => System.Text.Json.JsonSerializer.Serialize([.. texts], Storage.StorageJson.Compact.IReadOnlyListString);

    /// <summary>The term, or any other name under which articles report on a target whose canonical name has it.</summary>
    private static string Match(Session session, SearchTerm term)
    {
        var names = new List<long>();
        foreach (var target in TargetsNamed(session, term))
        {
            if (names.Count >= MaxNames)
                break;
            names.AddRange(session.Rows(ListSql.NamesOfTarget, r => (Id: r.GetInt64(0), Key: r.GetString(1)), ("$target", target))
                .Where(n => !Has(n.Key, term)).Select(n => n.Id));
        }

        return names.Count == 0
            ? term.Match
            : $"({term.Match} OR {string.Join(" OR ", names.Take(MaxNames).Select(NumberMatch))})";
    }

    private static string NumberMatch(long name) => $"\"{WordTable.Number}{name.ToString(CultureInfo.InvariantCulture)}\"";

    private static List<long> TargetsNamed(Session session, SearchTerm term)
    {
        var first = term.Tokens[0];
        var found = term.IsPrefix && term.Tokens.Count == 1
            ? session.Rows(
                ListSql.PrefixTargets, r => (Id: r.GetInt64(0), Name: r.GetString(1)), ("$word", first),
                ("$end", first + char.ConvertFromUtf32(0x10FFFF)))
            : session.Rows(ListSql.WordTargets, r => (Id: r.GetInt64(0), Name: r.GetString(1)), ("$word", first));
        return [.. found.Where(t => Has(t.Name, term)).Select(t => t.Id)];
    }

    private static bool Has(string name, SearchTerm term)
    {
        string[] words = [.. WordSplitter.Split(name).Select(w => w.Token)];
        return Enumerable.Range(0, Math.Max(0, words.Length - term.Tokens.Count + 1)).Any(at => term.Tokens
            .Select((token, i) => term.IsPrefix && i == term.Tokens.Count - 1
                ? words[at + i].StartsWith(token, StringComparison.Ordinal)
                : words[at + i] == token)
            .All(fits => fits));
    }
}

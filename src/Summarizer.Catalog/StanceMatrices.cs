using Summarizer.Catalog.Targets;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Stances by target and publisher, and of one target over time.</summary>
/// <remarks>
/// An article has one vote in a cell, the mean of its tags there weighted by their confidence, and editions of one work
/// have one between them: what the engine is unsure of moves a mean little.
/// The matrix takes the targets and publishers that most articles speak of, and walks only their lists; that is expensive
/// when they are long, so <see cref="QueryCache"/> keeps it.
/// </remarks>
public static class StanceMatrices
{
    /// <summary>Targets as rows, publishers as columns.</summary>
    public static Task<StanceMatrix> MatrixAsync(
        this ArticleCatalog index, ArticleQuery query, int rows, int columns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.AskDearAsync(
            (nameof(Matrix), query, rows, columns), table => Matrix(table, query, rows, columns), cancellationToken);
    }

    /// <summary>One target, month by month of publication; articles without a day are left out.</summary>
    public static Task<StanceTimeline> TimelineAsync(
        this ArticleCatalog index, ArticleQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.AskDearAsync(
            (nameof(StanceTimeline), query),
            table =>
            {
                var folded = table.Fold(query);
                var months = Votes(table, folded)
                    .Where(v => v.Article.Item.PublishedOn is not null)
                    .GroupBy(v => (v.Article.Item.PublishedOn!.Value.Year, v.Article.Item.PublishedOn!.Value.Month))
                    .OrderBy(g => g.Key)
                    .Select(g => new StancePoint(FormattableString.Invariant($"{g.Key.Year:0000}-{g.Key.Month:00}"), StanceCount.From(g)));
                var name = folded.Targets is { Count: 1 } ? folded.Targets.First().Name : query.Target ?? "";
                return new StanceTimeline(name, [.. months]);
            },
            cancellationToken);
    }

    internal static StanceMatrix Matrix(CatalogTable table, ArticleQuery query, int rows, int columns)
    {
        var folded = table.Fold(query);
        var targets = Unfiltered(query) ? table.CommonTargets() : MostIn(table.Query(folded, null), folded);

        // Whom only people quoted speak of has no row among the authors' stances, and takes nobody else's place either.
        var byTarget = targets
            .Select(target => (Target: target, Votes: Votes(table, folded.Toward(target)).ToArray()))
            .Where(t => t.Votes.Length > 0)
            .Take(rows)
            .ToArray();
        var publishers = byTarget
            .SelectMany(t => t.Votes)
            .Where(v => v.Article.Publisher is not null)
            .GroupBy(v => v.Article.Publisher!, StringComparer.Ordinal)
            .Select(g => new MatrixColumn(g.First().Article.Item.Publisher!, g.Select(v => v.Article.Work).Distinct().Count(), g.Key))
            .OrderByDescending(p => p.Articles)
            .ThenBy(p => p.Folded, StringComparer.Ordinal)
            .Take(columns)
            .ToArray();

        return new StanceMatrix(
            [.. byTarget.Select(t => Row(t.Target, t.Votes, publishers))],
            [.. publishers.Select(p => p.Publisher)]);
    }

    private static MatrixRow Row(TargetGroup target, Vote[] votes, MatrixColumn[] publishers)
    {
        var cells = votes.Where(v => v.Article.Publisher is not null)
            .GroupBy(v => v.Article.Publisher!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, StanceCount.From, StringComparer.Ordinal);
        return new MatrixRow(
            target.Name, target.Type, StanceCount.From(votes),
            [.. publishers.Select(p => cells.GetValueOrDefault(p.Folded))]);
    }

    private static bool Unfiltered(ArticleQuery query)
        => query is { Target: null, Words: null, Prefix: null, Publisher: null, From: null, To: null, Stance: null };

    private static IEnumerable<TargetGroup> MostIn(IEnumerable<CatalogArticle> articles, FoldedQuery query)
        => articles
            .SelectMany(a => Enumerable.Range(0, a.Stances.Count)
                .Where(i => a.HasStance(i, query))
                .Select(i => a.Nodes[i].Group!)
                .Distinct())
            .CountBy(t => t)
            .OrderByDescending(t => t.Value)
            .ThenBy(t => t.Key.Id, StringComparer.Ordinal)
            .Select(t => t.Key);

    private static IEnumerable<Vote> Votes(CatalogTable table, FoldedQuery query)
    {
        foreach (var article in table.Query(query, null))
        {
            var tags = Enumerable.Range(0, article.Stances.Count).Where(i => article.HasStance(i, query)).ToArray();
            if (tags.Length > 0)
                yield return new Vote(article, Leaning.Mean(tags.Select(i => Leaning.From(article.Stances[i]))));
        }
    }

    private sealed record MatrixColumn(string Publisher, int Articles, string Folded);
}

/// <summary>How an article stands toward a target.</summary>
internal readonly record struct Vote(CatalogArticle Article, Leaning Leaning);

/// <param name="Value">−1 against, 1 for.</param>
/// <param name="Confidence">Its weight in a mean.</param>
internal readonly record struct Leaning(double Value, double Confidence)
{
    public static Leaning From(StanceEntry tag) => new(
        tag.Stance switch
        {
            Stance.Favor => 1,
            Stance.Against => -1,
            _ => 0,
        },
        tag.Confidence);

    /// <summary>The mean value weighted by confidence, with the mean confidence; where nothing has any, all weigh alike.</summary>
    public static Leaning Mean(IEnumerable<Leaning> leanings)
    {
        Leaning[] all = [.. leanings];
        if (all.Length == 0)
            return default;
        var weight = all.Sum(l => l.Confidence);
        var value = weight > 0 ? all.Sum(l => l.Value * l.Confidence) / weight : all.Average(l => l.Value);
        // What cancels out exactly is neutral, whatever binary fractions leave of it.
        return new Leaning(Math.Round(value, 9), weight / all.Length);
    }
}

/// <param name="Publishers">The columns.</param>
public sealed record StanceMatrix(IReadOnlyList<MatrixRow> Rows, IReadOnlyList<string> Publishers);

/// <param name="All">Over all publishers, those without a column included.</param>
/// <param name="Cells">One for each publisher of the matrix; null where it is silent.</param>
public sealed record MatrixRow(string Target, TargetType Type, StanceCount All, IReadOnlyList<StanceCount?> Cells);

/// <param name="Month">Such as <c>2018-05</c>.</param>
public sealed record StancePoint(string Month, StanceCount Count);

public sealed record StanceTimeline(string Target, IReadOnlyList<StancePoint> Months);

/// <summary>How articles stand, each work counted once.</summary>
/// <param name="Mean">−1 all against to 1 all for, weighted by confidence.</param>
/// <param name="Confidence">The mean confidence of the works counted.</param>
public sealed record StanceCount(int Favor, int Against, int Neutral, double Mean, double Confidence)
{
    internal static StanceCount From(IEnumerable<Vote> votes)
    {
        Leaning[] works =
            [.. votes.GroupBy(v => v.Article.Work, StringComparer.Ordinal).Select(g => Leaning.Mean(g.Select(v => v.Leaning)))];
        var (mean, confidence) = Leaning.Mean(works);
        return new StanceCount(
            works.Count(w => w.Value > 0), works.Count(w => w.Value < 0), works.Count(w => w.Value == 0),
            Math.Round(mean, 3), Math.Round(confidence, 3));
    }
}

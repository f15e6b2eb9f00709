using Microsoft.Data.Sqlite;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Writing;

namespace Summarizer.Catalog;

/// <summary>Stances by target and publisher, and of one target over time.</summary>
/// <remarks>
/// An article has one vote in a cell, the mean of its tags there weighted by their confidence, and editions of one work
/// have one between them: what the engine is unsure of moves a mean little.
/// The matrix takes the targets and publishers that most articles speak of, and walks only their stances; that is expensive
/// when there are many, so <see cref="QueryCache"/> keeps it.
/// </remarks>
public static class StanceMatrices
{
    /// <summary>Targets as rows, publishers as columns.</summary>
    public static Task<StanceMatrix> MatrixAsync(
        this ArticleCatalog index, ArticleQuery query, int rows, int columns, CancellationToken cancellationToken)
        => AskAsync(
            index, (nameof(Matrix), query, rows, columns), query, (session, asked) => Matrix(session, asked, rows, columns),
            cancellationToken);

    /// <summary>One target, month by month of publication; articles without a day are left out.</summary>
    public static Task<StanceTimeline> TimelineAsync(
        this ArticleCatalog index, ArticleQuery query, CancellationToken cancellationToken)
        => AskAsync(index, (nameof(Timeline), query), query, Timeline, cancellationToken);

    private static Task<T> AskAsync<T>(
        ArticleCatalog index, object name, ArticleQuery query, Func<Session, PreparedQuery, T> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(query);
        return index.AskAsync(
            async core =>
            {
                var known = index.Cache.At(core.Database.Version);
                var asked = await PreparedQuery.PrepareAsync(core, query, cancellationToken).ConfigureAwait(false);
                return await core.Database.ReadAsync(s => known.Get(name, () => answer(s, asked)), cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    internal static StanceMatrix Matrix(Session session, PreparedQuery asked, int rows, int columns)
    {
        if (asked.IsVain)
            return new StanceMatrix([], []);
        var sql = asked.Sql(session);
        var targets = asked.Targets is { Count: 1 } only
            ? only
            : session.Rows(sql.CommonTargets(), r => r.GetInt64(0), sql.Values(("$limit", rows)));
        var cells = Cells(session, sql, targets, byMonth: false);
        var publishers = cells.Where(c => c.Key.Facet is not null)
            .GroupBy(c => (string)c.Key.Facet!, StringComparer.Ordinal)
            .Select(g => (Key: g.Key, Articles: g.Sum(c => c.Value.Count)))
            .OrderByDescending(p => p.Articles).ThenBy(p => p.Key, StringComparer.Ordinal)
            .Take(columns).ToArray();
        var shown = targets.Where(t => cells.Keys.Any(c => c.Target == t)).ToArray();
        return new StanceMatrix(
            [.. shown.Select(t => Row(session, t, cells, [.. publishers.Select(p => p.Key)]))],
            [.. publishers.Select(p => (string?)session.Value(ListSql.PublisherName, ("$publisher", p.Key)) ?? p.Key)]);
    }

    private static MatrixRow Row(
        Session session, long target, Dictionary<(long Target, object? Facet), Votes> cells, string[] publishers)
    {
        var (name, type) = session.Rows(Sql.TargetNameAndType, r => (r.GetString(0), (TargetType)r.GetInt32(1)), ("$id", target)).Single();
        var all = new Votes();
        foreach (var cell in cells.Where(c => c.Key.Target == target))
            all.Add(cell.Value);
        return new MatrixRow(
            name, type, all.Total(), [.. publishers.Select(p => cells.GetValueOrDefault((target, p))?.Total())]);
    }

    private static StanceTimeline Timeline(Session session, PreparedQuery asked)
    {
        var name = asked.TargetName ?? asked.Query.Target ?? "";
        if (asked.IsVain)
            return new StanceTimeline(name, []);
        var months = Cells(session, asked.Sql(session), asked.Targets ?? [], byMonth: true)
            .GroupBy(c => (long)c.Key.Facet!).OrderBy(g => g.Key)
            .Select(g =>
            {
                var all = new Votes();
                foreach (var cell in g)
                    all.Add(cell.Value);
                return new StancePoint(PreparedEntry.MonthOf((int)g.Key * 100), all.Total());
            });
        return new StanceTimeline(name, [.. months]);
    }

    /// <summary>The votes by target and publisher, or by target and month.</summary>
    private static Dictionary<(long Target, object? Facet), Votes> Cells(
        Session session, ListSql sql, IReadOnlyList<long> targets, bool byMonth)
    {
        var cells = new Dictionary<(long, object?), Votes>();
        var values = sql.Values(("$rows", PreparedQuery.JsonNumbers(targets)));
        session.Each(sql.AloneVotes(byMonth), row => Cell(row).AddAlone(row), values);
        session.Each(
            sql.JoinedVotes(byMonth),
            row => Cell(row).AddJoined(
                row.GetString(2), row.IsDBNull(3) ? null : new Leaning(row.GetDouble(3), row.GetDouble(4))), values);
        return cells;

        Votes Cell(SqliteDataReader row)
        {
            var key = (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetValue(1));
            return cells.TryGetValue(key, out var known) ? known : cells[key] = new Votes();
        }
    }
}

/// <summary>Sums up how works stand: those of one article, and those of several, which have one vote between them.</summary>
internal sealed class Votes
{
    /// <summary>By work its articles; null is one that the engine cannot tell the stance of.</summary>
    private readonly Dictionary<string, List<Leaning?>> joined = new(StringComparer.Ordinal);

    private int favor;
    private int against;
    private int neutral;
    private int unclear;
    private double weighted;
    private double weights;
    private double values;

    /// <summary>Articles that are the only ones of their work, and works of several.</summary>
    public int Count => favor + against + neutral + unclear + joined.Count;

    /// <summary>Adds a row of <see cref="ListSql.AloneVotes"/>.</summary>
    public void AddAlone(SqliteDataReader row)
    {
        favor += row.GetInt32(2);
        against += row.GetInt32(3);
        neutral += row.GetInt32(4);
        unclear += row.GetInt32(5);
        weighted += row.GetDouble(6);
        weights += row.GetDouble(7);
        values += row.GetDouble(8);
    }

    /// <summary>Adds an article that shares its work.</summary>
    public void AddJoined(string work, Leaning? leaning)
    {
        if (joined.TryGetValue(work, out var known))
            known.Add(leaning);
        else
            joined.Add(work, [leaning]);
    }

    public void Add(Votes other)
    {
        (favor, against) = (favor + other.favor, against + other.against);
        (neutral, unclear) = (neutral + other.neutral, unclear + other.unclear);
        (weighted, weights, values) = (weighted + other.weighted, weights + other.weights, values + other.values);
        foreach (var (work, leanings) in other.joined)
        {
            foreach (var leaning in leanings)
                AddJoined(work, leaning);
        }
    }

    public StanceCount Total()
    {
        Leaning[] works = [.. joined.Values.Select(l => l.OfType<Leaning>().ToArray()).Where(l => l.Length > 0).Select(Leaning.Mean)];
        var (weight, count) = (weights + works.Sum(w => w.Confidence), favor + against + neutral + works.Length);
        var mean = weight > 0
            ? (weighted + works.Sum(w => w.Value * w.Confidence)) / weight
            : (values + works.Sum(w => w.Value)) / Math.Max(1, count);
        return new StanceCount(
            favor + works.Count(w => w.Value > 0), against + works.Count(w => w.Value < 0), neutral + works.Count(w => w.Value == 0),
            unclear + joined.Count - works.Length, Rounded(mean), Rounded(weight / Math.Max(1, count)));
    }

    /// <summary>What cancels out is zero, whatever binary fractions leave of it, and never minus zero.</summary>
    private static double Rounded(double value) => Math.Round(value, 3) + 0d;
}

/// <param name="Value">−1 against, 1 for.</param>
/// <param name="Confidence">Its weight in a mean.</param>
internal readonly record struct Leaning(double Value, double Confidence)
{
    /// <summary>The mean value weighted by confidence, with the mean confidence; where nothing has any, all weigh alike.</summary>
    public static Leaning Mean(Leaning[] leanings)
    {
        var weight = leanings.Sum(l => l.Confidence);
        var value = weight > 0 ? leanings.Sum(l => l.Value * l.Confidence) / weight : leanings.Average(l => l.Value);
        // What cancels out exactly is neutral, whatever binary fractions leave of it.
        return new Leaning(Math.Round(value, 9), weight / leanings.Length);
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
/// <param name="Neutral">Those that take no side.</param>
/// <param name="Unclear">Those of which the engine cannot tell; they count in neither mean.</param>
/// <param name="Mean">−1 all against to 1 all for, weighted by confidence.</param>
/// <param name="Confidence">The mean confidence of the works counted.</param>
public sealed record StanceCount(int Favor, int Against, int Neutral, int Unclear, double Mean, double Confidence);

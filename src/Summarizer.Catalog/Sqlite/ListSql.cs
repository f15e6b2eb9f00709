namespace Summarizer.Catalog.Sqlite;

/// <summary>
/// The statements of lists, put together from the parts that a question needs: every part is a constant, and every value a parameter.
/// </summary>
/// <param name="query">What is wanted.</param>
/// <param name="match">The words sought, as the full-text index takes them; null without any.</param>
/// <param name="without">The words that articles must not have; null without any.</param>
/// <param name="targets">The numbers of the targets meant by <see cref="ArticleQuery.Target"/>, as JSON; null without one.</param>
/// <param name="names">The only articles looked at, as JSON; null for all.</param>
internal sealed class ListSql(ArticleQuery query, string? match, string? without, string? targets, string? names)
{
    private const string Columns =
        "a.id, a.name, a.status, a.title, a.headline, a.publisher, a.published, a.at, "
        + "COALESCE((SELECT w.articles - 1 FROM works w WHERE w.work = a.work), 0) AS editions, a.reviewed, a.failure, a.title_key";

    /// <summary>Title and headline weigh more than the text; names of targets in between.</summary>
    private const string Score = "bm25(words, 10.0, 6.0, 2.0, 2.0, 4.0, 1.0, 4.0)";

    private const string Sought = "a.id IN (SELECT rowid FROM words WHERE words MATCH $match)";

    /// <summary>A stance of the article at hand.</summary>
    private const string HasStance = "EXISTS (SELECT 1 FROM stances s WHERE s.article = a.id";

    public const string Chips =
        "SELECT s.article, COALESCE(t.name, s.named), s.named, s.holder, s.stance, s.confidence, s.verdict FROM stances s "
        + "LEFT JOIN targets t ON t.id = s.target WHERE s.article IN (SELECT value FROM json_each($ids)) ORDER BY s.article, s.place";

    public const string Texts = "SELECT article, text FROM texts WHERE article IN (SELECT value FROM json_each($ids))";

    public const string WordTargets =
        "SELECT t.id, t.name FROM target_words w JOIN targets t ON t.id = w.target WHERE w.word = $word ORDER BY t.articles DESC LIMIT 50";

    public const string PrefixTargets =
        "SELECT DISTINCT t.id, t.name, t.articles FROM target_words w JOIN targets t ON t.id = w.target "
        + "WHERE w.word >= $word AND w.word < $end ORDER BY t.articles DESC LIMIT 50";

    public const string NamesOfTarget = "SELECT id, key FROM names WHERE target = $target LIMIT 100";

    public const string PublisherName =
        "SELECT publisher FROM articles WHERE publisher_key = $publisher AND status > 0 ORDER BY at DESC, name LIMIT 1";

    private static readonly string[] Orders = ["a.at DESC, a.name", "a.published DESC, a.name", "a.title_key, a.name", "score, a.name"];

    /// <summary>The values of every statement; the same, in the same order, for the same parts.</summary>
    public (string Name, object? Value)[] Values(params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var values = new List<(string, object?)>();
        Add("$match", match);
        Add("$without", without);
        Add("$targets", targets);
        Add("$names", names);
        Add("$prefix", query.Prefix);
        Add("$prefix_end", query.Prefix is null ? null : query.Prefix + char.ConvertFromUtf32(0x10FFFF));
        Add("$status", query.Status is { } status ? (int)status + 1 : null);
        Add("$publisher", query.Publisher is null ? null : Search.Folding.Fold(query.Publisher));
        Add("$from", query.From is { } from ? Day(from) : null);
        Add("$to", query.To is { } to ? Day(to) : null);
        Add("$stance", query.Stance is { } stance ? (int)stance : null);
        Add("$confidence", query.MinConfidence);
        values.AddRange(more);
        return [.. values];

        void Add(string name, object? value)
        {
            if (value is not null)
                values.Add((name, value));
        }
    }

    /// <summary>One page.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="isAfter">Whether it goes on after <c>$key</c> and <c>$after</c>.</param>
    /// <param name="isRare">Whether few articles have the target: then they are looked up first, and not met on the way.</param>
    public string Page(ArticleSort sort, bool isAfter, bool isRare)
    {
        if (sort == ArticleSort.Relevance)
        {
            var scored = $"SELECT {Columns}, {Score} AS score FROM words JOIN articles a ON a.id = words.rowid "
                + $"WHERE words MATCH $match AND {Where(isRare, isMatched: true)}";
            var after = isAfter ? " WHERE (a.score > $key OR (a.score = $key AND a.name > $after))" : "";
            return $"SELECT * FROM ({scored}) a{after} ORDER BY {Orders[(int)sort]} LIMIT $limit";
        }

        return $"SELECT {Columns} FROM articles a WHERE {Where(isRare)}{(isAfter ? After(sort) : "")} "
            + $"ORDER BY {Orders[(int)sort]} LIMIT $limit";
    }

    /// <summary>How many there are over all pages.</summary>
    public string Count(bool isRare) => $"SELECT COUNT(*) FROM articles a WHERE {Where(isRare)}";

    /// <summary>One page of single stances.</summary>
    public string Stances(bool isAfter, bool isRare)
    {
        const string Tables = "LEFT JOIN targets t ON t.id = s.target";
        var from = isRare ? "stances s CROSS JOIN articles a ON a.id = s.article" : "articles a CROSS JOIN stances s ON s.article = a.id";
        var after = isAfter
            ? " AND a.at <= $key AND (a.at < $key OR a.name > $after OR (a.name = $after AND s.place >= $place))"
            : "";
        return "SELECT a.name, a.title, a.publisher, a.published, COALESCE(t.name, s.named), COALESCE(t.type, s.type), s.holder, s.stance, "
            + $"s.confidence, s.quote, s.named, a.at, s.place, s.verdict FROM {from} {Tables} WHERE {ArticleWhere()}{Stance("s")}{after} "
            + "ORDER BY a.at DESC, a.name, s.place LIMIT $limit";
    }

    /// <summary>The numbers of the targets that most articles speak of, most first.</summary>
    public string CommonTargets() => IsOpen
        ? "SELECT t.id FROM targets t WHERE EXISTS (SELECT 1 FROM stances s WHERE s.target = t.id" + Stance("s") + ") "
            + "ORDER BY t.articles DESC, t.ident LIMIT $limit"
        : $"SELECT s.target FROM {Joined} WHERE {ArticleWhere()}{Stance("s")} GROUP BY s.target "
            + "ORDER BY COUNT(DISTINCT s.article) DESC, s.target LIMIT $limit";

    /// <summary>
    /// How articles stand that are the only ones of their work: counts and sums of the means of their stances, by target and publisher
    /// or month.
    /// </summary>
    public string AloneVotes(bool byMonth) => $"""
        SELECT target, facet, COUNT(*) FILTER (WHERE value > 0), COUNT(*) FILTER (WHERE value < 0), COUNT(*) FILTER (WHERE value = 0),
            COUNT(*) FILTER (WHERE value IS NULL), TOTAL(value * weight), TOTAL(weight), TOTAL(value)
        FROM ({Votes(byMonth, query.EachEdition ? "1" : "s.work IS NULL")}) GROUP BY target, facet
        """;

    /// <summary>How articles stand that share their work with others, one by one.</summary>
    public string JoinedVotes(bool byMonth) => $"""
        SELECT target, facet, work, value, weight FROM ({Votes(byMonth, query.EachEdition ? "0" : "s.work IS NOT NULL")})
        """;

    /// <summary>Whether no filter but one by stance narrows the articles.</summary>
    private bool IsOpen => match is null && without is null && names is null && query is
    { Prefix: null, Status: null, Publisher: null, From: null, To: null, Reviewed: null, Words: null };

    private string Joined => IsOpen ? "stances s" : "stances s CROSS JOIN articles a ON a.id = s.article";

    /// <summary>
    /// The mean of each article's stances toward each target of <c>$rows</c>, weighted by confidence; null where all are unclear.
    /// </summary>
    /// <param name="byMonth">By month, and not by publisher.</param>
    /// <param name="work">A condition on whether other articles are of the same work.</param>
    private string Votes(bool byMonth, string work) => $"""
        SELECT s.target AS target, MIN({(byMonth ? "s.published / 100" : "s.publisher_key")}) AS facet, MIN(s.work) AS work,
            ROUND(CASE WHEN TOTAL(s.confidence) FILTER (WHERE s.stance <> 3) > 0
                THEN SUM((CASE s.stance WHEN 1 THEN 1.0 WHEN 2 THEN -1.0 ELSE 0.0 END) * s.confidence) FILTER (WHERE s.stance <> 3)
                    / SUM(s.confidence) FILTER (WHERE s.stance <> 3)
                ELSE AVG(CASE s.stance WHEN 1 THEN 1.0 WHEN 2 THEN -1.0 ELSE 0.0 END) FILTER (WHERE s.stance <> 3) END, 9) AS value,
            AVG(s.confidence) FILTER (WHERE s.stance <> 3) AS weight
        FROM {Joined}
        WHERE s.target IN (SELECT value FROM json_each($rows))
            AND {work} AND {(IsOpen ? "1" : ArticleWhere())}{Stance("s")}{(byMonth ? " AND s.published > 0" : "")}
        GROUP BY s.target, s.article
        """;

    private string Where(bool isRare, bool isMatched = false)
    {
        var where = ArticleWhere(isMatched);
        if (!query.AsksForStance)
            return where;
        return where + (isRare
            ? $" AND a.id IN (SELECT s.article FROM stances s WHERE 1{Stance("s")})"
            : $" AND {HasStance}{Stance("+s")})");
    }

    private string ArticleWhere(bool isMatched = false)
    {
        var parts = new List<string> { "a.status > 0" };
        Add(match is not null && !isMatched, Sought);
        Add(without is not null, "a.id NOT IN (SELECT rowid FROM words WHERE words MATCH $without)");
        Add(names is not null, "a.name IN (SELECT value FROM json_each($names))");
        Add(query.Prefix is not null, "a.name >= $prefix AND a.name < $prefix_end");
        Add(query.Status is not null, "a.status = $status");
        Add(query.Publisher is not null, "a.publisher_key = $publisher");
        Add(query.From is not null, "a.published >= $from");
        Add(query.To is not null, "a.published > 0 AND a.published <= $to");
        Add(query.Reviewed == true, "a.reviewed > 0");
        Add(query.Reviewed == false, "a.reviewed = 0");
        return string.Join(" AND ", parts);

        void Add(bool isWanted, string part)
        {
            if (isWanted)
                parts.Add(part);
        }
    }

    private string Stance(string alias)
    {
        var s = alias.TrimStart('+');
        return (targets is null ? "" : $" AND {alias}.target IN (SELECT value FROM json_each($targets))")
            + (query.Stance is null ? "" : $" AND {s}.stance = $stance")
            + (query.Holder switch { HolderKind.Author => $" AND {s}.author = 1", HolderKind.Quoted => $" AND {s}.author = 0", _ => "" })
            + (query.MinConfidence is null ? "" : $" AND {s}.confidence >= $confidence");
    }

    private static string After(ArticleSort sort) => sort switch
    {
        ArticleSort.Published => " AND a.published <= $key AND (a.published < $key OR a.name > $after)",
        ArticleSort.Title => " AND a.title_key >= $key AND (a.title_key > $key OR a.name > $after)",
        _ => " AND a.at <= $key AND (a.at < $key OR a.name > $after)",
    };

    private static int Day(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;
}

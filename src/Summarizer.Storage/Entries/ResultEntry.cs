namespace Summarizer.Storage.Entries;

/// <summary>What the index knows of one result: what a list shows of it, and its stances.</summary>
/// <param name="ArticleETag">The version of the article it was made from.</param>
/// <param name="Work">Equal for editions with the same words; null when nothing was read.</param>
public sealed record ResultEntry(ListItem Item, string ArticleETag, string? Work, IReadOnlyList<StanceEntry> Stances)
{
    internal static ResultEntry From(ArticleResult result)
        => From(ListItem.From(result), result.Source.ETag, EntryMetadata.From(result));

    internal static ResultEntry From(ListItem item, string articleETag, EntryMetadata known)
        => new(item, articleETag, known.Work, known.Stances);
}

/// <summary>A stance tag without its offsets.</summary>
/// <param name="Target">The name that the article uses.</param>
/// <param name="Mentions">How often the article names the target, aliases included.</param>
/// <param name="Aliases">The article's other names for it; the first 16.</param>
/// <param name="Quote">The first stretch of evidence, cut to 160 characters; null without evidence.</param>
public sealed record StanceEntry(
    string Target, TargetType Type, int Mentions, IReadOnlyList<string> Aliases, string Holder, Stance Stance, double Confidence,
    string? Quote);

/// <summary>The part of an <see cref="ResultEntry"/> that lies in a result's metadata beside its list item.</summary>
internal sealed record EntryMetadata(string? Work, IReadOnlyList<StanceEntry> Stances)
{
    /// <summary>UTF-16 code units kept of a target's or holder's name.</summary>
    public const int MaxName = 120;

    private const int MaxQuote = 160;
    private const int MaxAliases = 16;

    public static EntryMetadata From(ArticleResult result) => new(
        result.Article is { } article ? TextFingerprint.Compute(article.Text) : null, StancesOf(result));

    public static IReadOnlyList<StanceEntry> StancesOf(ArticleResult result) =>
    [
        .. result.Stances.Select(s => new StanceEntry(
            ListItem.Cut(s.Target.Name, MaxName)!, s.Target.Type, s.Target.Mentions,
            [.. s.Target.Aliases.Take(MaxAliases).Select(a => ListItem.Cut(a, MaxName)!)], ListItem.Cut(s.Holder, MaxName)!, s.Stance,
            Math.Round(s.Confidence, 3), QuoteOf(s.Evidence))),
    ];

    /// <summary>The first quote, as far as it is kept.</summary>
    public static string? QuoteOf(IReadOnlyList<Evidence> evidence)
        => ListItem.Cut(evidence.Count > 0 ? evidence[0].Quote : null, MaxQuote);
}

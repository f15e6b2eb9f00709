namespace Summarizer.Storage.Entries;

/// <summary>What the index knows of one result: what a list shows of it, and its stances.</summary>
/// <param name="ArticleETag">The version of the article it was made from.</param>
/// <param name="Work">Equal for editions with the same words; null when nothing was read.</param>
public sealed record ResultEntry(ListItem Item, string ArticleETag, string? Work, IReadOnlyList<StanceEntry> Stances)
{
    /// <summary>Stance chips of a list's item: those that say most, the author's own first.</summary>
    private const int Chips = 6;

    /// <summary>A tag below it is likelier wrong than right, and stands behind every other.</summary>
    private const double Sure = 0.5;

    internal static ResultEntry From(ArticleResult result)
        => From(ListItem.From(result), result.Source.ETag, EntryMetadata.From(result));

    internal static ResultEntry From(ListItem item, string articleETag, EntryMetadata known) => new(
        item with { Stances = ChipsOf(known.Stances) }, articleETag, known.Work, known.Stances);

    private static StanceChip[] ChipsOf(IReadOnlyList<StanceEntry> stances) =>
    [
        .. stances
            .OrderBy(s => s.Confidence < Sure)
            .ThenBy(s => s.Stance == Stance.Neutral)
            .ThenBy(s => s.Holder != StanceTag.Author)
            .ThenByDescending(s => s.Confidence)
            .Take(Chips)
            .Select(s => new StanceChip(s.Target, s.Target, s.Holder, s.Stance, s.Confidence)),
    ];
}

/// <summary>A stance tag without its offsets.</summary>
/// <param name="Target">The name that the article uses.</param>
/// <param name="Mentions">How often the article names the target, aliases included.</param>
/// <param name="Aliases">The article's other names for it; the first 16.</param>
/// <param name="Quote">The first stretch of evidence, cut to 160 characters; null without evidence.</param>
public sealed record StanceEntry(
    string Target, TargetType Type, int Mentions, IReadOnlyList<string> Aliases, string Holder, Stance Stance, double Confidence,
    string? Quote);

/// <summary>A stance as a list shows it.</summary>
/// <param name="Target">The target's name over all articles.</param>
/// <param name="Named">The name that this article uses.</param>
public sealed record StanceChip(string Target, string Named, string Holder, Stance Stance, double Confidence);

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

using Summarizer.Catalog.Search;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>What a list shows of an article.</summary>
/// <param name="ProcessedAt">UTC; null while it waits.</param>
/// <param name="Stances">Those that say most; empty while it waits.</param>
/// <param name="Editions">Other articles of the same work.</param>
/// <param name="Reviewed">Whether a reviewer's verdict holds for it.</param>
/// <param name="Snippet">What a search found in its text; null without one.</param>
/// <param name="Failure">Why it failed and what to do; null unless it did.</param>
public sealed record ArticleItem(
    string Name, ListStatus Status, string? Title, string? Headline, string? Publisher, DateOnly? PublishedOn, DateTime? ProcessedAt,
    IReadOnlyList<StanceChip> Stances, int Editions, bool Reviewed, Snippet? Snippet, string? Failure);

/// <summary>A stance as a list shows it.</summary>
/// <param name="Target">The target's name over all articles.</param>
/// <param name="Named">The name that this article uses.</param>
/// <param name="Reviewed">Whether reviewers judged it.</param>
/// <param name="Disputed">Whether they disagree.</param>
public sealed record StanceChip(
    string Target, string Named, string Holder, Stance Stance, double Confidence, bool Reviewed, bool Disputed = false)
{
    /// <summary>Chips of a list's item.</summary>
    private const int Most = 6;

    /// <summary>A tag below it is likelier wrong than right, and stands behind every other.</summary>
    private const double Sure = 0.5;

    /// <summary>Those that say most, the author's own first.</summary>
    internal static StanceChip[] MostTelling(IEnumerable<StanceChip> chips) =>
    [
        .. chips
            .OrderBy(s => s.Stance == Stance.Unclear)
            .ThenBy(s => s.Confidence < Sure)
            .ThenBy(s => s.Stance == Stance.Neutral)
            .ThenBy(s => s.Holder != StanceTag.Author)
            .ThenByDescending(s => s.Confidence)
            .Take(Most),
    ];
}

using Summarizer.Storage.Entries;

namespace Summarizer.Storage.Reviews;

/// <summary>The claims that a result makes now, to be found by their content.</summary>
public sealed class ResultClaims
{
    private readonly Dictionary<(string Target, string Holder), StanceEntry> stances = [];
    private readonly Dictionary<string, string> sentences = new(StringComparer.Ordinal);

    private ResultClaims(IReadOnlyList<StanceEntry> stances, IReadOnlyList<SummarySentence> summary)
    {
        // A target's own name goes before another's alias, a sentence before a quote of another.
        foreach (var tag in stances)
            this.stances.TryAdd((Fold(tag.Target), Fold(tag.Holder)), tag);
        foreach (var tag in stances)
        {
            foreach (var alias in tag.Aliases)
                this.stances.TryAdd((Fold(alias), Fold(tag.Holder)), tag);
        }

        foreach (var sentence in summary)
            sentences.TryAdd(sentence.Text.Trim(), sentence.Text);
        foreach (var sentence in summary)
        {
            foreach (var evidence in sentence.Evidence)
                sentences.TryAdd(evidence.Quote.Trim(), sentence.Text);
        }
    }

    /// <summary>The claims of a result; none where there is none.</summary>
    public static ResultClaims From(ArticleResult? result)
        => result is null ? new([], []) : new(EntryMetadata.StancesOf(result), result.Summary?.Sentences ?? []);

    /// <summary>The stances of a result as its metadata has them.</summary>
    public static ResultClaims From(IReadOnlyList<StanceEntry> stances) => new(stances, []);

    /// <summary>The claim that a verdict is about.</summary>
    public ReviewedClaim Find(ReviewVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (verdict.Kind == ReviewKind.Summary)
        {
            var quote = verdict.Quote?.Trim() ?? "";
            return sentences.TryGetValue(quote, out var sentence)
                ? new ReviewedClaim(ReviewKind.Summary, null, null, sentence, null, IsPresent: true)
                : new ReviewedClaim(ReviewKind.Summary, null, null, quote, null, IsPresent: false);
        }

        var (target, holder) = (verdict.Target?.Trim() ?? "", verdict.Holder?.Trim() ?? StanceTag.Author);
        return stances.TryGetValue((Fold(target), Fold(holder)), out var tag)
            ? new ReviewedClaim(ReviewKind.Stance, tag.Target, tag.Holder, null, tag, IsPresent: true)
            : new ReviewedClaim(ReviewKind.Stance, target, holder, null, null, IsPresent: false);
    }

    /// <summary>The claims of a review, each once with the last verdict of each reviewer, in the order in which they were first
    /// judged.</summary>
    public IReadOnlyList<ReviewedClaim> Judged(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var order = new List<(ReviewedClaim Claim, Dictionary<string, ReviewVerdict> Last)>();
        var known = new Dictionary<(ReviewKind, string, string, string), int>();
        foreach (var verdict in review.Verdicts)
        {
            var claim = Find(verdict);
            var key = (claim.Kind, Fold(claim.Target), Fold(claim.Holder), claim.Quote ?? "");
            if (!known.TryGetValue(key, out var index))
            {
                known[key] = index = order.Count;
                order.Add((claim, new Dictionary<string, ReviewVerdict>(StringComparer.Ordinal)));
            }

            var (last, reviewer) = (order[index].Last, verdict.Reviewer ?? "");
            if (!last.TryGetValue(reviewer, out var earlier) || earlier.At is null || !(earlier.At > verdict.At))
                last[reviewer] = verdict;
        }

        return [.. order.Select(c => c.Claim with { Verdicts = [.. c.Last.Values] })];
    }

    /// <summary>Names that differ in case only are one, and so are those that are the same as far as metadata keeps them.</summary>
    private static string Fold(string? name) => ListItem.Cut(name, EntryMetadata.MaxName)?.ToLowerInvariant() ?? "";
}

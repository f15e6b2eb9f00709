using System.Globalization;
using Summarizer.Storage;
using Summarizer.Storage.Reviews;

namespace Summarizer.Pipeline.Reviews;

/// <summary>What is wrong with a review that a client sends, by its place in the document.</summary>
internal static class ReviewCheck
{
    private const int MostVerdicts = 1_000, MostReviewers = 50;

    /// <summary>Each is a search of the whole article, whenever the review is read.</summary>
    private const int MostQuotes = 200;

    /// <summary>UTF-16 code units.</summary>
    private const int LongestReviewer = 100, LongestName = 200, LongestQuote = 2_000, LongestNote = 2_000;

    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>In words, with what to do; null when nothing is wrong.</summary>
    public static string? Problem(Review review, string name, DateTime now)
    {
        if (review.SchemaVersion is not (null or Review.CurrentSchemaVersion))
            return Invariant($"schemaVersion is {review.SchemaVersion}; write {Review.CurrentSchemaVersion}, or leave it away.");
        if (review.Name is not null && review.Name != name)
            return "name is not the name in the address; leave it away.";
        if (review.Verdicts is null)
            return "verdicts is null; write a list.";
        if (review.Verdicts.Count > MostVerdicts)
            return Invariant(
                $"verdicts has {review.Verdicts.Count} entries; send at most {MostVerdicts}, the last of each reviewer on a claim.");
        for (var i = 0; i < review.Verdicts.Count; i++)
        {
            if (Problem(review.Verdicts[i], now) is { } problem)
                return Invariant($"verdicts[{i}]{problem}");
        }

        return null;
    }

    /// <summary>The same of the whole document that is to be stored.</summary>
    public static string? Overflow(IReadOnlyList<ReviewVerdict> verdicts)
    {
        if (verdicts.Count > MostVerdicts)
            return Invariant($"With those stored already there would be {verdicts.Count} verdicts; an article has at most {MostVerdicts}.");
        if (verdicts.Select(v => v.Reviewer).Distinct(StringComparer.Ordinal).Count() is > MostReviewers and var reviewers)
            return Invariant($"There would be {reviewers} reviewers; an article has at most {MostReviewers}.");
        return verdicts.Sum(v => v.Evidence?.Count ?? 0) is > MostQuotes and var quotes
            ? Invariant($"Added claims would have {quotes} quotes; an article has at most {MostQuotes}.")
            : null;
    }

    private static string? Problem(ReviewVerdict? verdict, DateTime now) => verdict switch
    {
        null => " is null; leave it away.",
        _ when Text(verdict.Reviewer, LongestReviewer) is { } problem => $".reviewer {problem}; say who judges.",
        { Note: { } note } when note.Length > LongestNote => Invariant($".note has {note.Length} characters; use at most {LongestNote}."),
        _ when verdict.At > now + Ahead => ".at lies in the future; leave it away, and it is now.",
        { Kind: ReviewKind.Summary } => OfSummary(verdict),
        _ => OfStance(verdict),
    };

    private static string? OfSummary(ReviewVerdict verdict) => verdict switch
    {
        { Judgement: not (Judgement.Accepted or Judgement.Rejected) } => ".verdict is accepted or rejected for a sentence of the summary.",
        { Target: not null } or { Holder: not null } or { Stance: not null } or { Type: not null } or { Evidence: not null }
            => " is about the summary; it has a quote, and neither target, holder, type, stance nor evidence.",
        _ when Text(verdict.Quote, LongestQuote) is { } problem => $".quote {problem}; copy the sentence of the summary.",
        _ => null,
    };

    private static string? OfStance(ReviewVerdict verdict) => verdict switch
    {
        _ when Text(verdict.Target, LongestName) is { } problem => $".target {problem}; name the target as the result does.",
        { Holder: not null } when Text(verdict.Holder, LongestName) is { } problem
            => $".holder {problem}; write author, or who is quoted.",
        { Quote: not null } => ".quote is for the summary; quotes of an added stance stand in evidence.",
        { Stance: null, Judgement: Judgement.Corrected or Judgement.Added } => ".stance is missing; write favor, against or neutral.",
        { Judgement: not Judgement.Added, Evidence: not null } => ".evidence is for added claims; leave it away.",
        { Judgement: not Judgement.Added, Type: not null } => ".type is for added claims; leave it away.",
        { Judgement: Judgement.Added, Evidence: null or { Count: 0 } } => ".evidence is missing; give a quote of the article.",
        { Judgement: Judgement.Added } => OfEvidence(verdict.Evidence),
        _ => null,
    };

    private static string? OfEvidence(IReadOnlyList<Evidence> evidence)
    {
        for (var i = 0; i < evidence.Count; i++)
        {
            if (evidence[i] is null)
                return Invariant($".evidence[{i}] is null; leave it away.");
            if (Text(evidence[i].Quote, LongestQuote) is { } problem)
                return Invariant($".evidence[{i}].quote {problem}; copy it from article.text.");
        }

        return null;
    }

    private static string? Text(string? text, int longest)
        => string.IsNullOrWhiteSpace(text) ? "is missing or empty"
            : text.Length > longest ? Invariant($"has {text.Length} characters, more than {longest}")
            : text.Any(c => char.IsControl(c) && c is not ('\n' or '\t' or '\r')) ? "has a control character"
            : !UnicodeText.IsInterchangeable(text) ? "has a Unicode noncharacter or half a surrogate pair"
            : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using Summarizer.Editions;

namespace Summarizer.Web.Endpoints;

/// <param name="Name">The article that was asked about.</param>
internal sealed record EditionList(string Name, IReadOnlyList<EditionAnswer> Editions);

/// <summary>Another edition, and what it has otherwise.</summary>
/// <param name="Similarity">Share of the shorter text's five-word shingles that stand in the other.</param>
/// <param name="Added">What this edition alone has, in its own text; at most 50.</param>
/// <param name="Removed">What the article asked about alone has, in that one's text; at most 50.</param>
/// <param name="Changed">What both have, worded differently; at most 50.</param>
/// <param name="AddedCharacters">Of all that is added; so are the next two.</param>
/// <param name="Stances">Targets and holders toward which the two stand differently, as their engines see it.</param>
internal sealed record EditionAnswer(
    string Name, string? Title, string? Publisher, DateOnly? PublishedOn, EditionLabel Label, double Similarity,
    IReadOnlyList<QuotedStretch> Added, IReadOnlyList<QuotedStretch> Removed, IReadOnlyList<ChangedStretch> Changed, int AddedCharacters,
    int RemovedCharacters, int ChangedCharacters, IReadOnlyList<StanceDifference> Stances)
{
    private const int MostShown = 50;

    public static EditionAnswer From(ArticleResult asked, ArticleResult other, EditionMatch match, CancellationToken cancellationToken)
    {
        var (left, right) = (asked.Article!.Text, other.Article!.Text);
        var all = TextDifferences.Between(left, right, cancellationToken);
        var added = all.Where(d => d.Kind == DifferenceKind.Added).Select(d => d.Right).ToArray();
        var removed = all.Where(d => d.Kind == DifferenceKind.Removed).Select(d => d.Left).ToArray();
        var changed = all.Where(d => d.Kind == DifferenceKind.Changed).ToArray();
        return new EditionAnswer(
            other.Name, other.Article.Title, other.Article.Publisher, other.Article.PublishedOn, match.Label,
            Math.Round(match.Similarity, 4),
            [.. added.Take(MostShown).Select(s => QuotedStretch.From(right, s))],
            [.. removed.Take(MostShown).Select(s => QuotedStretch.From(left, s))],
            [
                .. changed.Take(MostShown)
                    .Select(d => new ChangedStretch(QuotedStretch.From(left, d.Left), QuotedStretch.From(right, d.Right))),
            ],
            added.Sum(s => s.Length), removed.Sum(s => s.Length), changed.Sum(d => d.Right.Length),
            StanceDifference.Between(asked.Stances, other.Stances));
    }
}

/// <param name="Start">UTF-16 code units into the text, inclusive.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Text">What stands there, cut to 300 characters.</param>
internal readonly record struct QuotedStretch(int Start, int End, string Text)
{
    private const int MostText = 300;

    public static QuotedStretch From(string text, TextSpan span)
    {
        var end = Math.Min(span.End, span.Start + MostText);
        if (end < span.End && char.IsHighSurrogate(text[end - 1]))
            end--;
        return new QuotedStretch(span.Start, span.End, text[span.Start..end]);
    }
}

internal readonly record struct ChangedStretch(QuotedStretch Left, QuotedStretch Right);

/// <param name="Left">Of the article asked about; null where it says nothing of the target.</param>
/// <param name="Right">Of the other edition.</param>
internal sealed record StanceDifference(string Target, string Holder, Stance? Left, Stance? Right)
{
    /// <summary>Where one takes a side and the other does not, or the other side.</summary>
    public static IReadOnlyList<StanceDifference> Between(IReadOnlyList<StanceTag> left, IReadOnlyList<StanceTag> right)
    {
        var differences = new List<StanceDifference>();
        var met = new HashSet<StanceTag>(ReferenceEqualityComparer.Instance);
        var known = Named(right);
        foreach (var tag in left)
        {
            var other = Names(tag).Select(n => known.GetValueOrDefault((Fold(n), Fold(tag.Holder)))).FirstOrDefault(t => t is not null);
            if (other is not null)
                met.Add(other);
            if (other?.Stance != tag.Stance && (IsSided(tag) || (other is not null && IsSided(other))))
                differences.Add(new StanceDifference(tag.Target.Name, tag.Holder, tag.Stance, other?.Stance));
        }

        differences.AddRange(right.Where(t => !met.Contains(t) && IsSided(t))
            .Select(t => new StanceDifference(t.Target.Name, t.Holder, null, t.Stance)));
        return differences;
    }

    private static bool IsSided(StanceTag tag) => tag.Stance is Stance.Favor or Stance.Against;

    private static Dictionary<(string Target, string Holder), StanceTag> Named(IReadOnlyList<StanceTag> tags)
    {
        var known = new Dictionary<(string, string), StanceTag>();
        foreach (var tag in tags)
            known.TryAdd((Fold(tag.Target.Name), Fold(tag.Holder)), tag);
        foreach (var tag in tags)
        {
            foreach (var alias in tag.Target.Aliases)
                known.TryAdd((Fold(alias), Fold(tag.Holder)), tag);
        }

        return known;
    }

    private static IEnumerable<string> Names(StanceTag tag) => tag.Target.Aliases.Prepend(tag.Target.Name);

    private static string Fold(string name) => name.ToLowerInvariant();
}

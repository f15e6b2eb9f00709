using Summarizer.Grounding.Quotes;
using Summarizer.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>Counts how often a target is named, under any of its names, each stretch of text once.</summary>
internal static class Mentions
{
    /// <summary>Capitals of this length or shorter are acronyms and match only in capitals: US is not us.</summary>
    private const int LongestAcronym = 5;

    /// <summary>In the text as written; where a name differs from it in hyphens or apostrophes, in the folded text.</summary>
    public static int Count(SearchableArticle article, string name, IReadOnlyList<string> aliases)
    {
        var spans = new List<TextSpan>();
        Add(article, name, spans);
        foreach (var alias in aliases)
            Add(article, alias, spans);
        if (spans.Count < 2 || aliases.Count == 0)
            return spans.Count;
        spans.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var (count, end) = (0, -1);
        foreach (var span in spans)
        {
            if (span.Start >= end)
                (count, end) = (count + 1, span.End);
        }

        return count;
    }

    private static void Add(SearchableArticle article, string name, List<TextSpan> spans)
    {
        name = name.Trim();
        if (name.Length == 0)
            return;
        var before = spans.Count;
        foreach (var span in Find(article.Text, name, article.CancellationToken))
            spans.Add(span);
        if (spans.Count > before)
            return;
        var folded = FoldedText.Create(name, article.CancellationToken).Text.Trim(' ');
        foreach (var span in Find(article.Folded.Text, folded, article.CancellationToken))
            spans.Add(article.Folded.Original(span));
    }

    private static IEnumerable<TextSpan> Find(string text, string name, CancellationToken cancellationToken)
    {
        if (name.Length == 0)
            yield break;
        var comparison = name.Length <= LongestAcronym && name.All(c => !char.IsLower(c))
            ? StringComparison.Ordinal
            : StringComparison.OrdinalIgnoreCase;
        for (var from = 0; from <= text.Length - name.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = text.AsSpan(from).IndexOf(name, comparison);
            if (found < 0)
                yield break;
            from += found;
            var span = new TextSpan(from, from + name.Length);
            if (IsNaming(text, name, span))
            {
                yield return span;
                from = span.End;
            }
            else
            {
                from++;
            }
        }
    }

    /// <summary>A name keeps its capital: May is not may.</summary>
    private static bool IsNaming(string text, string name, TextSpan span)
        => (!char.IsUpper(name[0]) || char.IsUpper(text[span.Start]))
            && !TextBoundary.InsideWord(text, span.Start) && !TextBoundary.InsideWord(text, span.End)
            && !TextBoundary.Splits(text, span.Start) && !TextBoundary.Splits(text, span.End);
}

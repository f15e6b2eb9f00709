namespace Summarizer.Catalog.Search;

/// <summary>A stretch of an article's text that shows what was found.</summary>
/// <param name="Text">The article's own characters, never markup.</param>
/// <param name="Marks">What was looked for, in order and apart from each other; empty when it stands elsewhere than in the text.</param>
public sealed record Snippet(string Text, IReadOnlyList<SnippetMark> Marks)
{
    /// <summary>UTF-16 code units of a snippet, about three lines.</summary>
    private const int Length = 240;

    /// <summary>Code units shown before the first mark.</summary>
    private const int Before = 60;

    /// <summary>Code units of a text that are looked through; what is found only beyond them is found, and not shown.</summary>
    private const int MaxLooked = 200_000;

    /// <summary>Marks beyond these are too many to choose between.</summary>
    private const int MaxMarks = 500;

    /// <summary>The stretch with most of the terms; the beginning where the text has none. Linear in the text.</summary>
    internal static Snippet Create(string text, IReadOnlyList<SearchTerm> terms)
    {
        var marks = Find(text.Length > MaxLooked ? text[..MaxLooked] : text, terms);
        if (marks.Count == 0)
            return new Snippet(Cut(text, 0, Math.Min(text.Length, Length), out _), []);
        var first = Best(marks);
        var start = Math.Max(0, first.Start - Before);
        start = start == 0 ? 0 : NextWord(text, start, first.Start);
        var cut = Cut(text, start, Math.Min(text.Length, Math.Max(start + Length, first.End)), out var from);
        var shown = marks.Where(m => m.Start >= from && m.End <= from + cut.Length);
        return new Snippet(cut, [.. Apart(shown).Select(m => new SnippetMark(m.Start - from, m.End - from))]);
    }

    private static List<Found> Find(string text, IReadOnlyList<SearchTerm> terms)
    {
        var (found, recent) = (new List<Found>(), new List<Word>());
        var longest = terms.Count == 0 ? 0 : terms.Max(t => t.Tokens.Count);
        foreach (var word in WordSplitter.Split(text))
        {
            if (longest == 0 || found.Count >= MaxMarks)
                break;
            recent.Add(word);
            if (recent.Count > longest)
                recent.RemoveAt(0);
            for (var t = 0; t < terms.Count; t++)
            {
                if (EndsWith(recent, terms[t]))
                    found.Add(new Found(recent[^terms[t].Tokens.Count].Start, End(word, terms[t]), t));
            }
        }

        return [.. found.OrderBy(f => f.Start).ThenByDescending(f => f.End)];
    }

    private static bool EndsWith(List<Word> recent, SearchTerm term)
    {
        var offset = recent.Count - term.Tokens.Count;
        if (offset < 0)
            return false;
        for (var i = 0; i < term.Tokens.Count; i++)
        {
            var (token, sought) = (recent[offset + i].Token, term.Tokens[i]);
            var isPrefix = term.IsPrefix && i == term.Tokens.Count - 1;
            if (isPrefix ? !token.StartsWith(sought, StringComparison.Ordinal) : token != sought)
                return false;
        }

        return true;
    }

    /// <summary>Of a pair of characters that one was looked for of, only that one.</summary>
    private static int End(Word word, SearchTerm term)
        => WordSplitter.IsLoneDense(term.Tokens[^1]) ? Math.Min(word.End, word.Start + term.Tokens[^1].Length) : word.End;

    /// <summary>The mark from which on most different terms are within a snippet's length; the first of several.</summary>
    private static Found Best(List<Found> marks)
    {
        var (best, most, end) = (marks[0], 0, 0);
        var within = new Dictionary<int, int>();
        for (var start = 0; start < marks.Count; start++)
        {
            while (end < marks.Count && marks[end].End <= marks[start].Start + Length - Before)
            {
                within[marks[end].Term] = within.GetValueOrDefault(marks[end].Term) + 1;
                end++;
            }

            if (within.Count > most)
                (best, most) = (marks[start], within.Count);
            if (end <= start)
            {
                end = start + 1;
                continue;
            }

            if (--within[marks[start].Term] == 0)
                within.Remove(marks[start].Term);
        }

        return best;
    }

    private static IEnumerable<Found> Apart(IEnumerable<Found> marks)
    {
        var end = 0;
        foreach (var mark in marks)
        {
            if (mark.Start < end)
                continue;
            end = mark.End;
            yield return mark;
        }
    }

    private static int NextWord(string text, int from, int to)
    {
        var space = text.AsSpan(from, to - from).IndexOfAny(" \n\t");
        return space < 0 ? from : from + space + 1;
    }

    private static string Cut(string text, int start, int end, out int from)
    {
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]))
            start--;
        if (end < text.Length && end > start && char.IsLowSurrogate(text[end]))
            end--;
        from = start;
        return text[start..end];
    }

    private readonly record struct Found(int Start, int End, int Term);
}

/// <param name="Start">UTF-16 code units into the snippet's text, inclusive.</param>
/// <param name="End">Exclusive.</param>
public readonly record struct SnippetMark(int Start, int End);

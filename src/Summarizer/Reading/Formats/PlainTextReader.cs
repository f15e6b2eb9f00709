using System.Buffers;
using System.Text;
using Summarizer.Text;

namespace Summarizer.Reading.Formats;

/// <summary>Plain text: lines into paragraphs, whether they were wrapped by hand, by a mail program or not at all.</summary>
internal static class PlainTextReader
{
    // Lines shorter than this, followed by a line that would have fitted, were ended on purpose.
    private const int ShortestWrap = 40;
    private const int LongestWrap = 120;

    // More short lines than any poem has are no paragraphs of their own.
    private const int MostShortLines = 20_000;

    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("-_=*~·•—– ");

    // Lines read between two looks at the cancellation token.
    private const int LinesAtOnce = 1_024;

    public static ArticleBuilder Read(string text, CancellationToken cancellationToken)
    {
        var draft = new ArticleBuilder();
        var wrap = WrapWidth(text, cancellationToken);
        var paragraph = new List<string>();
        var read = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (++read % LinesAtOnce == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var bare = text.AsSpan(range).Trim();
            if (bare.Length == 0 || IsRule(bare))
                Flush(draft.Passages, paragraph);
            else
                AddLine(draft.Passages, paragraph, text[range], wrap);
        }

        Flush(draft.Passages, paragraph);
        return draft;
    }

    private static void AddLine(List<Passage> passages, List<string> paragraph, string line, int wrap)
    {
        if (paragraph.Count > 0 && !Continues(paragraph[^1], line, wrap))
            Flush(passages, paragraph);
        paragraph.Add(line);
    }

    /// <summary>A line goes on when its first word would not have fitted on the line before.</summary>
    private static bool Continues(string before, string line, int wrap)
    {
        if (wrap == 0 || ListMarkerLength(line) > 0
            || (Indent(line) >= 2 && Indent(before) < Indent(line) && ListMarkerLength(before) == 0))
            return false;
        var bare = line.AsSpan().Trim();
        var space = bare.IndexOf(' ');
        var firstWord = space < 0 ? bare.Length : space;
        return before.AsSpan().TrimEnd().Length + 1 + firstWord > wrap - 8
            || (LineShape.BreaksOff(before) && char.IsLower(bare[0]));
    }

    private static void Flush(List<Passage> passages, List<string> lines)
    {
        if (lines.Count == 0)
            return;
        var marker = ListMarkerLength(lines[0]);
        var text = CleanText.Fold(lines.Count == 1 ? lines[0] : Join(lines));
        if (marker > 0)
            text = text[Math.Min(marker, text.Length)..].TrimStart();
        lines.Clear();
        if (text.Length > 0)
            passages.Add(new Passage(text, marker > 0 ? PassageKind.ListItem : PassageKind.Paragraph));
    }

    /// <summary>A hyphen at a line's end stays and joins the words: whether it was the author's cannot be told.</summary>
    private static string Join(List<string> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            var bare = line.AsSpan().Trim();
            var hyphenated = joined.Length > 1 && joined[^1] == '-' && char.IsLetter(joined[^2]) && char.IsLower(bare[0]);
            if (joined.Length > 0 && !hyphenated)
                joined.Append(' ');
            joined.Append(bare);
        }

        return joined.ToString();
    }

    /// <summary>The width that lines were wrapped at, or 0 when each line is a paragraph.</summary>
    private static int WrapWidth(string text, CancellationToken cancellationToken)
    {
        int lines = 0, longest = 0, filled = 0, full = 0, open = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (++lines % LinesAtOnce == 0)
                cancellationToken.ThrowIfCancellationRequested();
            longest = Math.Max(longest, text.AsSpan(line).TrimEnd().Length);
        }

        if (longest < ShortestWrap && lines > MostShortLines)
            return longest + 8;
        if (longest is < ShortestWrap or > LongestWrap)
            return 0;
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var line in text.AsSpan().Split('\n'))
        {
            var bare = text.AsSpan(line).Trim();
            if (bare.Length == 0)
                continue;
            filled++;
            full += bare.Length > longest * 0.7 ? 1 : 0;
            open += LineShape.EndsAsSentence(bare) ? 0 : 1;
        }

        return filled >= 3 && full * 2 >= filled && open * 3 >= filled ? longest : 0;
    }

    /// <summary>A line of dashes, stars or the like parts what stands around it.</summary>
    private static bool IsRule(ReadOnlySpan<char> line)
        => line.Length >= 3 && line.IndexOfAnyExcept(RuleCharacters) < 0;

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    /// <summary>Length of "- ", "* " or "• " at a line's start, or 0; a number stays, it may be a sentence's first word.</summary>
    private static int ListMarkerLength(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.Length > 2 && line[0] is ('-' or '*' or '•' or '·' or '‣' or '▪') && line[1] is (' ' or '\t') ? 2 : 0;
    }
}

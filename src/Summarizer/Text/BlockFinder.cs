namespace Summarizer.Text;

/// <summary>Paragraphs, headings and list items of a text: what no sentence reaches across.</summary>
internal static class BlockFinder
{
    /// <summary>Plain text is wrapped at widths between these; a line of such a length may go on in the next one.</summary>
    private const int NarrowestWrap = 50, WidestWrap = 110;

    /// <summary>The blocks in their order, trimmed, none of them empty.</summary>
    public static List<TextSpan> Find(string text, CancellationToken cancellationToken)
    {
        var blocks = new List<TextSpan>();
        var start = 0;
        var lineStart = 0;
        var pace = new CancellationPace(cancellationToken);
        for (var i = 0; i <= text.Length; i++)
        {
            pace.Step();
            if (i < text.Length && text[i] is not ('\n' or '\u2028' or '\u2029' or '\r'))
                continue;
            var next = AfterLineBreak(text, i);
            if (i == text.Length || EndsBlock(text, lineStart, i, next))
            {
                Add(blocks, text, start, i);
                start = next;
            }

            lineStart = next;
            i = next - 1;
            if (next >= text.Length && start >= text.Length)
                break;
        }

        return blocks;
    }

    /// <summary>List markers: "- ", "* ", "• ", "1. ", "2) ".</summary>
    public static int MarkerLength(ReadOnlySpan<char> line)
    {
        var i = 0;
        while (i < line.Length && i < 3 && char.IsAsciiDigit(line[i]))
            i++;
        if (i > 0 && i + 1 < line.Length && line[i] is '.' or ')' && line[i + 1] == ' ')
            return i + 2;
        return line.Length > 2 && line[0] is '-' or '*' or '•' or '·' or '–' or '▪' && line[1] == ' ' ? 2 : 0;
    }

    private static int AfterLineBreak(string text, int i)
        => i >= text.Length ? text.Length : text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;

    private static bool EndsBlock(string text, int lineStart, int lineEnd, int next)
    {
        var line = text.AsSpan(lineStart, lineEnd - lineStart).TrimEnd();
        if (line.IsWhiteSpace() || next >= text.Length || text[next] is '\n' or '\r')
            return true;
        var following = text.AsSpan(next, Math.Min(8, text.Length - next)).TrimStart();
        if (following.IsEmpty || MarkerLength(following) > 0 || SentenceMarks.IsFinal(line))
            return true;
        return !char.IsLower(following[0]) && line.Length is < NarrowestWrap or > WidestWrap;
    }

    private static void Add(List<TextSpan> blocks, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            blocks.Add(new TextSpan(start, end));
    }
}

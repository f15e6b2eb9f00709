using System.Globalization;
using System.Text;

namespace Summarizer.Grounding;

/// <summary>
/// A text in the one form that all its spellings share: white space runs as one space, quotation marks, dashes and
/// ellipses as one sign each, soft hyphens and zero-width characters gone, letters and their marks composed.
/// </summary>
/// <remarks>Words stay as they are: what differs in a letter differs here too.</remarks>
internal sealed class FoldedText
{
    private readonly int[] starts;
    private readonly int[] ends;
    private string? lower;

    private FoldedText(string text, int[] starts, int[] ends) => (Text, this.starts, this.ends) = (text, starts, ends);

    public string Text { get; }

    /// <summary>The same, in lower case, character for character.</summary>
    public string Lower => lower ??= Text.ToLowerInvariant();

    /// <summary>The stretch of the original that folds to <paramref name="folded"/>.</summary>
    public TextSpan Original(TextSpan folded) => new(starts[folded.Start], ends[folded.End - 1]);

    public static FoldedText Of(string text)
    {
        var writer = new Writer(text.Length);
        var position = 0;
        while (position < text.Length)
            position = FoldAt(text, position, ref writer);
        return new FoldedText(writer.Text.ToString(), [.. writer.Starts], [.. writer.Ends]);
    }

    private static int FoldAt(string text, int position, ref Writer writer)
    {
        var c = text[position];
        var next = position + 1;
        if (char.IsAsciiLetterOrDigit(c) && (next == text.Length || text[next] < 0x80))
            return writer.Add(c, position, next);
        if (IsInvisible(c))
            return next;
        if (char.IsWhiteSpace(c))
            return writer.AddSpace(position, SkipSpace(text, next));
        if (IsQuotationMark(c))
            return writer.Add('"', position, next);
        if (c is '.' or '…')
        {
            next = RunEnd(text, position, static d => d is '.' or '…');
            return c == '.' && next == position + 1
                ? writer.Add('.', position, next)
                : AddTight('…', text, position, next, ref writer);
        }

        if (IsDash(c))
        {
            return AddTight('-', text, position, RunEnd(text, position, IsDash), ref writer);
        }

        return FoldCluster(text, position, ref writer);
    }

    /// <summary>The end of a run of like signs, invisible ones between them not counting.</summary>
    private static int RunEnd(string text, int start, Func<char, bool> isLike)
    {
        var end = start + 1;
        for (var at = end; at < text.Length && (isLike(text[at]) || IsInvisible(text[at])); at++)
        {
            if (!IsInvisible(text[at]))
                end = at + 1;
        }

        return end;
    }

    /// <summary>White space around a dash or an ellipsis is a matter of house style and is left out.</summary>
    private static int AddTight(char sign, string text, int start, int end, ref Writer writer)
    {
        writer.DropSpace();
        writer.Add(sign, start, end);
        return SkipSpace(text, end);
    }

    /// <summary>A letter with its marks counts the same whether it came composed or not.</summary>
    private static int FoldCluster(string text, int position, ref Writer writer)
    {
        var end = position + (char.IsSurrogatePair(text, position) ? 2 : 1);
        while (end < text.Length && char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)
            end++;
        var cluster = text[position..end];
        // A lone surrogate and U+FFFE cannot be normalised.
        if (cluster.Length > 1 && !cluster.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !cluster.Contains('\uFFFE'))
            cluster = cluster.Normalize(NormalizationForm.FormC);
        for (var i = 0; i < cluster.Length; i++)
        {
            if (cluster.Length == end - position)
                writer.Add(cluster[i], position + i, position + i + 1);
            else
                writer.Add(cluster[i], position, end);
        }

        return end;
    }

    private static int SkipSpace(string text, int position)
    {
        while (position < text.Length && (char.IsWhiteSpace(text[position]) || IsInvisible(text[position])))
            position++;
        return position;
    }

    private static bool IsInvisible(char c)
        => c is '\u00AD' or '\uFEFF' or '\u2060' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2066' and <= '\u2069');

    private static bool IsDash(char c)
        => c is '-' or '\u2212' or '\u2043' or '\uFE58' or '\uFE63' or '\uFF0D' or (>= '\u2010' and <= '\u2015');

    /// <summary>All of one kind: typographers, keyboards and models disagree on single and double, and on apostrophes.</summary>
    public static bool IsQuotationMark(char c)
        => c is '"' or '\'' or '`' or '´' or '«' or '»' or '‹' or '›' or '\u02BC' or '\u2032' or '\u2033' or '\uFF02'
            or '\uFF07' or (>= '\u2018' and <= '\u201F') or (>= '\u300C' and <= '\u300F') or (>= '\u301D' and <= '\u301F');

    private struct Writer(int capacity)
    {
        public StringBuilder Text { get; } = new(capacity);

        public List<int> Starts { get; } = new(capacity);

        public List<int> Ends { get; } = new(capacity);

        public int Add(char c, int start, int end)
        {
            Text.Append(c);
            Starts.Add(start);
            Ends.Add(end);
            return end;
        }

        public int AddSpace(int start, int end)
            => Text.Length > 0 && Text[^1] == ' ' ? end : Add(' ', start, end);

        public void DropSpace()
        {
            if (Text.Length == 0 || Text[^1] != ' ')
                return;
            Text.Length--;
            Starts.RemoveAt(Starts.Count - 1);
            Ends.RemoveAt(Ends.Count - 1);
        }
    }
}

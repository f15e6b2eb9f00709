using System.Globalization;
using System.Text;
using Summarizer.Text;

namespace Summarizer.Grounding.Quotes;

/// <summary>
/// A text in the one form that all its spellings share: white space runs as one space, quotation marks, dashes and
/// ellipses as one sign each, soft hyphens and zero-width characters gone, letters and their marks composed.
/// </summary>
/// <remarks>Words stay as they are: what differs in a letter differs here too.</remarks>
internal sealed class FoldedText
{
    /// <summary>Most UTF-16 code units of a letter with its marks that are composed together; no language has half as many.</summary>
    private const int LongestCluster = 64;

    private readonly FoldedRuns runs;
    private string? lower;

    private FoldedText(string text, FoldedRuns runs) => (Text, this.runs) = (text, runs);

    public string Text { get; }

    /// <summary>The same, in lower case, character for character.</summary>
    public string Lower => lower ??= Text.ToLowerInvariant();

    /// <summary>The stretch of the original that folds to <paramref name="folded"/>.</summary>
    public TextSpan Original(TextSpan folded) => new(runs.Original(folded.Start).Start, runs.Original(folded.End - 1).End);

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FoldedText Create(string text, CancellationToken cancellationToken)
    {
        var writer = new Writer(text.Length);
        var pace = new CancellationPace(cancellationToken);
        for (var position = 0; position < text.Length; position = FoldAt(text, position, writer))
            pace.Step();
        return new FoldedText(writer.Text.ToString(), writer.Runs);
    }

    private static int FoldAt(string text, int position, Writer writer)
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
                : AddTight('…', text, position, next, writer);
        }

        if (IsDash(c))
        {
            return AddTight('-', text, position, RunEnd(text, position, IsDash), writer);
        }

        return FoldCluster(text, position, writer);
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
    private static int AddTight(char sign, string text, int start, int end, Writer writer)
    {
        writer.DropSpace();
        writer.Add(sign, start, end);
        return SkipSpace(text, end);
    }

    /// <summary>A letter with its marks counts the same whether it came composed or not.</summary>
    private static int FoldCluster(string text, int position, Writer writer)
    {
        var end = position + (char.IsSurrogatePair(text, position) ? 2 : 1);
        while (end < text.Length && end - position < LongestCluster && char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)
            end++;
        if (end == position + 1)
            return writer.Add(text[position], position, end);
        var cluster = text[position..end];
        if (CanBeNormalized(cluster))
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

    /// <summary>Halves of pairs and noncharacters have no normal form; asking for one is an error.</summary>
    public static bool CanBeNormalized(ReadOnlySpan<char> text)
        => !text.ContainsAnyInRange('\uD800', '\uDFFF') && !text.ContainsAnyInRange('\uFFFE', '\uFFFF');

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

    private sealed class Writer(int capacity)
    {
        public StringBuilder Text { get; } = new(capacity);

        public FoldedRuns Runs { get; } = new();

        public int Add(char c, int start, int end)
        {
            Runs.Add(Text.Length, start, end);
            Text.Append(c);
            return end;
        }

        public int AddSpace(int start, int end)
            => Text.Length > 0 && Text[^1] == ' ' ? end : Add(' ', start, end);

        public void DropSpace()
        {
            if (Text.Length == 0 || Text[^1] != ' ')
                return;
            Text.Length--;
            Runs.RemoveFrom(Text.Length);
        }
    }
}

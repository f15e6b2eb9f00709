namespace Summarizer.Text;

/// <summary>
/// The marks that end a sentence in running text, and those that open and close around it. <see cref="LineShape"/> has a
/// narrower notion of its own: what a paragraph of prose ends in.
/// </summary>
internal static class SentenceMarks
{
    public static bool IsEnd(char c)
        => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '｡' or '؟' or '۔' or '।'
            or '॥' or '։' or '።' or '‼' or '⁇' or '⁈' or '⁉';

    /// <summary>Marks after which a sentence starts without a space.</summary>
    public static bool NeedsNoSpace(char c) => c is '。' or '！' or '？' or '｡';

    public static bool IsCloser(char c)
        => c is '"' or '\'' or '”' or '’' or '»' or '«' or '‹' or '›' or '“' or '‘' or ')' or ']' or '」' or '』' or '）';

    public static bool IsOpener(char c)
        => c is '"' or '\'' or '“' or '‘' or '„' or '‚' or '«' or '»' or '‹' or '›' or '(' or '['
            or '¿' or '¡' or '「' or '『' or '（' or '—' or '–';

    /// <summary>Whether the last mark but closers ends a sentence.</summary>
    public static bool IsFinal(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && (IsCloser(text[end - 1]) || char.IsWhiteSpace(text[end - 1])))
            end--;
        return end > 0 && IsEnd(text[end - 1]);
    }
}

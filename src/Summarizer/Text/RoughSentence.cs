namespace Summarizer.Text;

/// <summary>
/// The sentence around a place by its nearest full stops, whatever they end: for a look at one place, where
/// <see cref="SentenceSplitter"/> would have to read the whole text. An abbreviation cuts it short.
/// </summary>
internal static class RoughSentence
{
    /// <summary>UTF-16 code units looked through on each side for the ends of the sentence.</summary>
    private const int Longest = 600;

    private const string Ends = ".!?\n";

    /// <summary>From the mark that ends the sentence before a stretch of text to the one that ends its own.</summary>
    public static TextSpan Around(string text, int start, int end)
    {
        var from = Math.Max(start - Longest, 0);
        var before = text.AsSpan(from, start - from).LastIndexOfAny(Ends);
        var after = text.AsSpan(end, Math.Min(Longest, text.Length - end)).IndexOfAny(Ends);
        return new TextSpan(
            before < 0 ? from : from + before + 1,
            after < 0 ? Math.Min(end + Longest, text.Length) : end + after + 1);
    }
}

using Summarizer.LanguageModel.Limits;
using Summarizer.Text;

namespace Summarizer.LanguageModel.Parts;

/// <summary>Cuts a text where a reader would pause: at the end of a paragraph, else a line, a sentence, a word.</summary>
internal static class ArticleParts
{
    /// <summary>No break is looked for before this share of a part: parts should be about as long as they may be.</summary>
    private const double EarliestBreak = 0.5;

    private static readonly string[] Breaks = ["\n\n", "\n", ". ", "。", " "];

    /// <param name="room">Tokens that one part may have.</param>
    public static List<TextSpan> Split(string text, int room)
    {
        var parts = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = Fill(text, start, room);
            if (end < text.Length)
                end = BreakBefore(text, start, end);
            parts.Add(new TextSpan(start, end));
            start = end;
        }

        return parts;
    }

    /// <summary>The end of what fits from a start on; at least one whole character.</summary>
    private static int Fill(string text, int start, int room)
    {
        double tokens = 0;
        for (var i = start; i < text.Length; i++)
        {
            tokens += TokenEstimate.Estimate(text[i]);
            if (tokens > room)
                return Math.Max(TextBoundary.Before(text, i), TextBoundary.After(text, start + 1));
        }

        return text.Length;
    }

    private static int BreakBefore(string text, int start, int end)
    {
        var earliest = start + (int)((end - start) * EarliestBreak);
        foreach (var pause in Breaks)
        {
            var at = text.AsSpan(earliest, end - earliest).LastIndexOf(pause, StringComparison.Ordinal);
            if (at >= 0)
                return TextBoundary.Before(text, earliest + at + pause.Length) is var cut && cut > start ? cut : end;
        }

        return end;
    }
}

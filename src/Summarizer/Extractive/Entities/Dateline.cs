using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>"WASHINGTON (Reuters) - ", "Berlin (dpa) – ": where a report was written is not what it is about.</summary>
internal static class Dateline
{
    /// <summary>Tokens that a dateline has at most.</summary>
    private const int Longest = 7;

    /// <summary>Number of the token behind it; 0 when the text has none.</summary>
    public static int End(AnalyzedText read)
    {
        if (read.Sentences.Count == 0)
            return 0;
        var (first, end) = read.TokensOf(0);
        for (var i = first + 1; i < Math.Min(end, first + Longest); i++)
        {
            var gap = read.Text.AsSpan(read.Tokens[i - 1].Span.End, read.Tokens[i].Span.Start - read.Tokens[i - 1].Span.End);
            if (gap.IndexOfAny("-–—") >= 0 && gap.Contains(' '))
                return read.Tokens[first].Shape == TokenShape.Upper || gap.Contains(')') ? i : first;
        }

        return first;
    }
}

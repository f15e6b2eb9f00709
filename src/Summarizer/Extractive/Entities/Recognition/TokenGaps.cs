using System.Buffers;

namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>What stands between two tokens. The numbers are part of trained weights.</summary>
internal enum TokenGap : ulong
{
    None,
    Space,
    Stop,
    Comma,
    Apostrophe,
    Dash,

    /// <summary>A bracket or any other mark that ends a name.</summary>
    Mark,
    Quote,

    /// <summary>A line's end, or the text's beginning.</summary>
    Break,

    /// <summary>A mark that a name may have inside, such as "&amp;".</summary>
    Other,
}

internal static class TokenGaps
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„«»");

    private static readonly SearchValues<char> Marks = SearchValues.Create("()[]{}<>;:|/-–—,.!?…•·");

    /// <summary>What stands before a token.</summary>
    public static TokenGap Before(AnalyzedText read, int token)
    {
        if (token == 0)
            return TokenGap.Break;
        var gap = read.Text.AsSpan(read.Tokens[token - 1].Span.End, read.Tokens[token].Span.Start - read.Tokens[token - 1].Span.End);
        if (gap is " " or "\u00A0")
            return TokenGap.Space;
        if (gap.Length == 0)
            return TokenGap.None;
        if (gap.Contains('\n'))
            return TokenGap.Break;
        if (gap.IndexOfAny(QuotationMarks) >= 0)
            return TokenGap.Quote;
        return gap[0] switch
        {
            '.' => TokenGap.Stop,
            ',' => TokenGap.Comma,
            '\'' or '’' => TokenGap.Apostrophe,
            '-' or '–' or '—' or '/' => TokenGap.Dash,
            _ => gap.IndexOfAny(Marks) >= 0 ? TokenGap.Mark : TokenGap.Other,
        };
    }
}

using System.Text;
using Summarizer.Text;

namespace Summarizer.Grounding;

/// <summary>What an engine wrote, as it may be shown.</summary>
internal static class ClaimText
{
    /// <summary>Longest claim that a rejection repeats, in UTF-16 code units.</summary>
    private const int RejectedLength = 300;

    public static Rejection Reject(ClaimKind kind, string claim, RejectionReason reason)
        => new(kind, TextBoundary.Cut(claim, RejectedLength), reason);

    /// <summary>At most as long as a sentence of an article may be: behind a clause, where it is longer.</summary>
    public static string Shorten(string claim)
        => claim[..ClauseBoundary.Within(claim, SentenceSplitter.LongestSentence)].TrimEnd();

    /// <summary>One line: white space runs as one space, control and direction characters gone.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (!NeedsCleaning(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                _ = clean.Length > 0 && clean[^1] != ' ' ? clean.Append(' ') : clean;
            else if (!IsUnshowable(c))
                clean.Append(c);
        }

        return clean.ToString().TrimEnd(' ');
    }

    private static bool NeedsCleaning(string text)
    {
        var space = true;
        foreach (var c in text)
        {
            if (c == ' ' ? space : char.IsWhiteSpace(c) || IsUnshowable(c))
                return true;
            space = c == ' ';
        }

        return space;
    }

    private static bool IsUnshowable(char c)
        => char.IsControl(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

using System.Text.RegularExpressions;

namespace Summarizer.Grounding.Injection;

/// <summary>Addresses and markup in a claim: a summary is prose, and carries none that the article does not.</summary>
internal static partial class Markup
{
    public static bool IsAdded(string claim, string article)
    {
        foreach (var match in Pattern().EnumerateMatches(claim))
        {
            var piece = claim.AsSpan(match.Index, match.Length).TrimEnd(".,;:!?)");
            if (!article.AsSpan().Contains(piece, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"[a-z]{3,8}://\S+|www\.\S+|\S+@\S+\.\S+|(javascript|data|mailto):\S+|</?[a-z!][^>]*>|\]\([^)]*\)|\[[^\]]*\]:"
            + @"|```|`[^`]+`|\*\*|__|^#+ |\{\{|\}\}|<\||\|>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}

using System.Text.RegularExpressions;
using Summarizer.Reading;

namespace Summarizer.Telemetry;

/// <summary>
/// Takes credentials out of what another server said: the configured key wherever it stands, and whatever looks like a key
/// or token. Providers echo the key that they refuse, whole, masked or in part, and their words reach readers of articles.
/// </summary>
internal static partial class Redaction
{
    private const string Redacted = "[redacted]";

    // Server messages are cut to a few hundred characters afterwards; a key must not be cut in two before it is found.
    private const int LongestMessage = 10_000;

    // A shorter run that stands in the key too is a word.
    private const int ShortestPart = 8;

    /// <param name="message">What the server said.</param>
    /// <param name="key">The configured key, if there is one.</param>
    /// <returns>One line that can be stored and shown.</returns>
    public static string Redact(string message, string? key)
    {
        var text = CleanText.Fold(message.AsSpan(0, Math.Min(message.Length, LongestMessage)));
        if (!string.IsNullOrWhiteSpace(key))
        {
            text = WithoutKey(text, key.Trim());
            text = WithoutKey(text, Uri.EscapeDataString(key.Trim()));
        }

        text = Credential().Replace(text, m => m.Groups["name"].Value + Redacted);
        return Run().Replace(text, m => LooksSecret(m.ValueSpan, key) ? Redacted : m.Value);
    }

    /// <summary>A short key, such as a local server's "none", is a word too: it goes where it stands alone.</summary>
    private static string WithoutKey(string text, string key)
    {
        var at = 0;
        while ((at = text.IndexOf(key, at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var end = at + key.Length;
            var alone = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (key.Length >= ShortestPart || alone)
                text = string.Concat(text.AsSpan(0, at), Redacted, text.AsSpan(end));
            at += key.Length >= ShortestPart || alone ? Redacted.Length : key.Length;
        }

        return text;
    }

    /// <summary>Masked by stars, part of the configured key, or with a segment too long and too mixed to be a word or a model.</summary>
    private static bool LooksSecret(ReadOnlySpan<char> run, string? key)
    {
        if (run.IndexOf("***") >= 0 || run.IndexOf("•••") >= 0)
            return true;
        var bare = run.Trim("-_.=/+");
        if (key is not null && bare.Length >= ShortestPart && key.Contains(bare.ToString(), StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var segment in run.SplitAny("-_.=/+~"))
        {
            var part = run[segment];
            if (part.Length >= 20 && part.ContainsAnyInRange('0', '9') && part.ContainsAnyExceptInRange('0', '9'))
                return true;
        }

        return false;
    }

    /// <summary>A name that announces a credential, with its value; and the prefixes by which providers make keys known.</summary>
    [GeneratedRegex(
        """
        (?<name>\b(bearer|basic)\s+)[^\s"',;<>)]{6,}
        |(?<name>\b(x-)?(api|functions|subscription|access|secret|private)[-_ ]?(key|token)\b
            ["']?\s*(provided|given|is|was)?\s*[:=]\s*["'`]?)[^\s"'`,;<>)]+
        |(?<name>\b(token|secret|password|authorization|sig|signature)["']?\s*[:=]\s*["'`]?((bearer|basic)\s+)?)[^\s"'`,;<>)]{6,}
        |\b(sk|pk|rk|gsk|xai|ghp|gho|hf|key|tok)[-_][\w\-*•.]{8,}
        |\bAIza[\w-]{10,}
        |\beyJ[\w-]{8,}(\.[\w-]*)*
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Credential();

    [GeneratedRegex("""[\w\-.=/+~*•]{6,}""", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}

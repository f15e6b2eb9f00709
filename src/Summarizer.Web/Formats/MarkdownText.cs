using System.Text;
using System.Text.RegularExpressions;

namespace Summarizer.Web.Formats;

/// <summary>
/// Text as Markdown on one line, that shows to the letter and does nothing: no link, image, HTML, heading or list comes of it.
/// </summary>
/// <remarks>
/// Backslashes take away what CommonMark and its usual extensions read as markup. They do not keep GitHub and others from
/// making links of addresses and mentions, which they look for in the finished text; in code nobody looks for them.
/// </remarks>
internal static partial class MarkdownText
{
    /// <summary>Marks wherever they stand.</summary>
    private const string Marks = "\\`*_{}[]<>#|&~!^$";

    /// <summary>Marks when doubled: inserted and marked text, citations, containers.</summary>
    private const string MarksInPairs = "+=:\"";

    /// <summary>Marks at the start of a line: lists, definitions, underlined headings, footers.</summary>
    private const string MarksAtStart = "-+=:";

    /// <summary>Marks that some extensions find in code too, such as attributes at the end of a heading.</summary>
    private const string MarksInCode = "`\\<>{}[]|";

    /// <summary>Stands around an address rather than in it.</summary>
    private const string Before = "([{<\"'«»„“”‘’‹›*_~";

    private const string After = ".,;:!?)]}>\"'«»“”‘’‹›*_~…";

    public static string Escape(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && IsSpace(text[end]) == IsSpace(text[at]))
                end++;
            var word = text.AsSpan(at, end - at);
            if (Address().IsMatch(word))
                AppendAddress(plain, word);
            else if (!IsSpace(word[0]))
                AppendText(plain, word);
            else if (plain.Length > 0 && end < text.Length)
                plain.Append(' ');
            at = end;
        }

        // An ordered list would begin, and take the number away.
        if (ListNumber().Match(plain.ToString()) is { Success: true } number)
            plain.Insert(number.Length - 1, '\\');
        return plain.ToString();
    }

    private static void AppendAddress(StringBuilder plain, ReadOnlySpan<char> word)
    {
        var bare = word.TrimStart(Before).TrimEnd(After);
        var start = word.IndexOf(bare);
        AppendText(plain, word[..start]);
        var inCode = false;
        foreach (var c in bare)
        {
            if (MarksInCode.Contains(c, StringComparison.Ordinal) == inCode)
            {
                plain.Append('`');
                inCode = !inCode;
            }

            // A backtick next to a code's own, even an escaped one, is taken for part of it.
            plain.Append(inCode ? $"{c}" : c == '`' ? "&#96;" : $"\\{c}");
        }

        if (inCode)
            plain.Append('`');
        AppendText(plain, word[(start + bare.Length)..]);
    }

    private static void AppendText(StringBuilder plain, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Marks.Contains(c, StringComparison.Ordinal)
                || (plain.Length == 0 && MarksAtStart.Contains(c, StringComparison.Ordinal))
                || (MarksInPairs.Contains(c, StringComparison.Ordinal)
                    && ((i > 0 && text[i - 1] == c) || (i + 1 < text.Length && text[i + 1] == c))))
                plain.Append('\\');
            plain.Append(c);
        }
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    /// <summary>
    /// What renderers make links of by themselves: addresses with a scheme or without, domains, mail addresses, mentions.
    /// </summary>
    [GeneratedRegex(
        @"@|//|\bwww\.|\b(?:mailto|xmpp|tel|sms|javascript|vbscript|data):|[\p{L}\p{N}-]\.[\p{L}-]{2,}(?:$|[^\p{L}\p{N}])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9})[.)](?= |$)")]
    private static partial Regex ListNumber();
}

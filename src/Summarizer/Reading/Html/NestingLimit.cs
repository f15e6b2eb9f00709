using System.Text;

namespace Summarizer.Reading.Html;

/// <summary>
/// Building a tree costs time in proportion to the elements that are open, for every element; so start tags beyond a
/// depth that no page made for people reaches are left out before parsing. Text is never left out. Bold, italics and the
/// like stay open until their own end tag: parsers set them anew in every paragraph after the one that they stood in.
/// </summary>
internal static class NestingLimit
{
    private const int Deepest = 400;

    // Every paragraph within so many is given as many elements anew, so that they multiply.
    private const int MostFormatting = 16;

    public static string Apply(string html, CancellationToken cancellationToken)
    {
        StringBuilder? rebuilt = null;
        int copied = 0, at = 0;
        var open = new OpenTags(html);
        // Searched for from the end: behind its last occurrence nothing closes any more, and no search is begun.
        var ends = (Comment: html.LastIndexOf("-->", StringComparison.Ordinal),
            Script: html.LastIndexOf("</script", StringComparison.OrdinalIgnoreCase),
            Style: html.LastIndexOf("</style", StringComparison.OrdinalIgnoreCase));
        while ((at = Next(html, at, ends.Comment)) >= 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var closing = html[at + 1] == '/';
            var nameStart = at + (closing ? 2 : 1);
            var nameEnd = nameStart;
            while (nameEnd < html.Length && nameEnd - nameStart < 32 && html[nameEnd] is not (' ' or '>' or '/' or '\n' or '\t' or '<'))
                nameEnd++;
            var end = TagEnd(html, nameEnd);
            if (!PageTags.Uncounted.Contains(html.AsSpan(nameStart, nameEnd - nameStart)) && html[end - 1] != '/')
            {
                if (!(closing ? open.Close(nameStart, nameEnd) : open.Open(nameStart, nameEnd)))
                {
                    rebuilt ??= new StringBuilder(html.Length);
                    rebuilt.Append(html, copied, at - copied);
                    copied = html[end] == '<' ? end : end + 1;
                }
            }

            at = closing ? end : AfterRawText(html, html.AsSpan(nameStart, nameEnd - nameStart), end, ends.Script, ends.Style);
        }

        return rebuilt is null ? html : rebuilt.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>The next "&lt;" that begins a tag, or -1.</summary>
    private static int Next(string html, int from, int lastComment)
    {
        for (var at = from; at < html.Length; at++)
        {
            at = html.IndexOf('<', at);
            if (at < 0 || at + 2 >= html.Length)
                return -1;
            if (char.IsAsciiLetter(html[at + 1]) || (html[at + 1] == '/' && char.IsAsciiLetter(html[at + 2])))
                return at;
            if (at < lastComment && html.AsSpan(at).StartsWith("<!--"))
                at = Math.Max(at, html.IndexOf("-->", at, StringComparison.Ordinal));
        }

        return -1;
    }

    /// <summary>What looks like tags in scripts and styles is none.</summary>
    private static int AfterRawText(string html, ReadOnlySpan<char> name, int end, int lastScript, int lastStyle)
    {
        if (name.Equals("script", StringComparison.OrdinalIgnoreCase) && end < lastScript)
            return Math.Max(end, html.IndexOf("</script", end, StringComparison.OrdinalIgnoreCase));
        return name.Equals("style", StringComparison.OrdinalIgnoreCase) && end < lastStyle
            ? Math.Max(end, html.IndexOf("</style", end, StringComparison.OrdinalIgnoreCase)) : end;
    }

    /// <summary>The start tags without an end tag so far, innermost last.</summary>
    private sealed class OpenTags(string html)
    {
        private readonly List<Range> open = [];
        private int formatting;
        private readonly Dictionary<string, int> dropped = new(StringComparer.OrdinalIgnoreCase);

        /// <returns>Whether the start tag stays.</returns>
        public bool Open(int start, int end)
        {
            var formats = PageTags.Formatting.Contains(html.AsSpan(start, end - start));
            if (open.Count < Deepest && !(formats && formatting == MostFormatting))
            {
                open.Add(start..end);
                formatting += formats ? 1 : 0;
                return true;
            }

            var name = html[start..end];
            dropped[name] = dropped.GetValueOrDefault(name) + 1;
            return false;
        }

        /// <returns>Whether the end tag stays: that of a start tag that was left out goes, too.</returns>
        public bool Close(int start, int end)
        {
            var name = html.AsSpan(start, end - start);
            var counts = dropped.GetAlternateLookup<ReadOnlySpan<char>>();
            if (counts.TryGetValue(name, out var count) && count > 0)
            {
                counts[name] = count - 1;
                return false;
            }

            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (!html.AsSpan(open[i]).Equals(name, StringComparison.OrdinalIgnoreCase))
                    continue;
                Remove(i);
                break;
            }

            return true;
        }

        /// <summary>An end tag ends everything within it, formatting aside.</summary>
        private void Remove(int at)
        {
            var kept = at;
            formatting -= PageTags.Formatting.Contains(html.AsSpan(open[at])) ? 1 : 0;
            for (var i = at + 1; i < open.Count; i++)
            {
                if (PageTags.Formatting.Contains(html.AsSpan(open[i])))
                    open[kept++] = open[i];
            }

            open.RemoveRange(kept, open.Count - kept);
        }
    }

    private static int TagEnd(string html, int at)
    {
        var end = html.AsSpan(at).IndexOfAny('>', '<');
        return end < 0 ? html.Length - 1 : at + end;
    }
}

namespace Summarizer.Grounding.Quotes;

/// <summary>Finds a string in a text in linear time, whatever the two are made of.</summary>
/// <remarks>
/// Vectorised search is far faster than any table on real text but quadratic on text such as "aaaa…"; so it looks
/// for the first few characters only, and once comparing the rest has cost more than reading the text a few
/// times over, the search goes on with a failure table (Knuth, Morris and Pratt, SIAM J. Comput. 6, 1977).
/// </remarks>
internal static class BoundedSearch
{
    private const int Anchor = 16;
    private const int Patience = 4;

    /// <summary>The first occurrence at or after <paramref name="from"/>, or -1.</summary>
    public static int IndexOf(string text, string sought, int from)
    {
        var anchor = sought.AsSpan(0, Math.Min(Anchor, sought.Length));
        var rest = sought.AsSpan(anchor.Length);
        var budget = (long)Patience * text.Length;
        while (from <= text.Length - sought.Length)
        {
            var found = text.AsSpan(from).IndexOf(anchor);
            if (found < 0 || from + found > text.Length - sought.Length)
                return -1;
            from += found;
            var common = text.AsSpan(from + anchor.Length).CommonPrefixLength(rest);
            if (common == rest.Length)
                return from;
            from++;
            if ((budget -= common) < 0)
                return WithFailureTable(text, sought, from);
        }

        return -1;
    }

    private static int WithFailureTable(string text, string sought, int from)
    {
        var failure = new int[sought.Length];
        for (int i = 1, matched = 0; i < sought.Length; i++)
        {
            while (matched > 0 && sought[i] != sought[matched])
                matched = failure[matched - 1];
            failure[i] = sought[i] == sought[matched] ? ++matched : matched;
        }

        for (int i = from, matched = 0; i < text.Length; i++)
        {
            while (matched > 0 && text[i] != sought[matched])
                matched = failure[matched - 1];
            if (text[i] == sought[matched] && ++matched == sought.Length)
                return i - matched + 1;
        }

        return -1;
    }
}

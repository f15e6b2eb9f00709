namespace Summarizer.Text;

/// <summary>What stands between quotation marks, marks included, in the order of the text.</summary>
internal static class QuotationFinder
{
    /// <summary>Longest stretch between two marks, in UTF-16 code units, that is still taken for one quotation.</summary>
    private const int Longest = 2_000;

    public static List<TextSpan> In(string text, IReadOnlyList<TextSpan> blocks, CancellationToken cancellationToken)
    {
        var found = new List<TextSpan>();
        var unclosed = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        var pace = new CancellationPace(cancellationToken);
        foreach (var block in blocks)
        {
            for (var i = block.Start; i < block.End; i++)
            {
                pace.Step();
                if (CloserOf(text, i, block) is not { } closers)
                    continue;
                var end = EndOf(text, i, closers, block, unclosed);
                if (end < 0)
                    continue;
                found.Add(new TextSpan(i, end));
                i = end - 1;
            }
        }

        return found;
    }

    /// <summary>The quotation around a position; null when it stands outside all of them.</summary>
    public static TextSpan? Around(List<TextSpan> quotations, int position)
    {
        var first = FirstEndingAfter(quotations, position);
        return first < quotations.Count && quotations[first].Start <= position ? quotations[first] : null;
    }

    /// <summary>Number of the first quotation that ends behind a position; their count when none does.</summary>
    public static int FirstEndingAfter(List<TextSpan> quotations, int position)
    {
        var (low, high) = (0, quotations.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static string? CloserOf(string text, int i, TextSpan block) => text[i] switch
    {
        '“' => "”\"",
        '„' => "“”\"",
        '«' => "»",
        '»' => "«",
        '「' => "」",
        '『' => "』",
        '"' => "\"",
        '‘' => "’",
        '‹' => "›",
        '\'' when OpensWord(text, i, block) => "'",
        _ => null,
    };

    private static bool OpensWord(string text, int i, TextSpan block)
        => (i == block.Start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '—' or '–')
            && i + 1 < block.End && char.IsLetterOrDigit(text[i + 1]);

    /// <summary>Behind the closing mark; the block's end for speech that goes on in the next paragraph; -1 for a stray mark.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where the opening mark stands.</param>
    /// <param name="closers">The marks that may close it.</param>
    /// <param name="block">What it stands in.</param>
    /// <param name="unclosed">By closing marks, a stretch that is known to have none of them: a crowd of stray marks is read once.</param>
    private static int EndOf(string text, int open, string closers, TextSpan block, Dictionary<string, TextSpan> unclosed)
    {
        var single = closers is "’" or "'";
        var limit = Math.Min(block.End, open + Longest);
        var known = unclosed.GetValueOrDefault(closers);
        var isKnown = known.Start <= open + 1 && open + 1 < known.End;
        var from = isKnown ? known.Start : open + 1;
        var i = isKnown ? known.End : from;
        for (; i < limit; i++)
        {
            if (closers.Contains(text[i], StringComparison.Ordinal) && (!single || ClosesSingle(text, i, block)))
                return i + 1;
        }

        unclosed[closers] = new TextSpan(from, i);
        return open == block.Start && limit == block.End && !single ? block.End : -1;
    }

    /// <summary>An apostrophe inside a word closes nothing, nor does that of a plural's possessive before a small letter.</summary>
    private static bool ClosesSingle(string text, int i, TextSpan block)
    {
        if (i + 1 >= block.End)
            return true;
        if (char.IsLetterOrDigit(text[i + 1]))
            return false;
        return !(text[i - 1] == 's' && i + 2 < block.End && text[i + 1] == ' ' && char.IsLower(text[i + 2])
            && HasCloser(text, i + 1, block));
    }

    private static bool HasCloser(string text, int from, TextSpan block)
    {
        for (var i = from; i < Math.Min(block.End - 1, from + 300); i++)
        {
            if (text[i] is '‘')
                return false;
            if (text[i] is '’' or '\'' && !char.IsLetterOrDigit(text[i + 1]) && text[i - 1] is '.' or ',' or '!' or '?')
                return true;
        }

        return false;
    }
}

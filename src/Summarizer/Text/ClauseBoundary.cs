namespace Summarizer.Text;

/// <summary>Where a stretch of text that is too long is cut: behind a clause, else a word, else a character.</summary>
internal static class ClauseBoundary
{
    /// <summary>Behind a mark that ends a clause, the stronger ones first: the later a list comes, the less the cut is noticed.</summary>
    private static readonly string[] Marks = [";:；：؛", "–—", ",，、،"];

    /// <summary>The end of the first piece of <paramref name="text"/>: at most <paramref name="most"/> and at least half of it.</summary>
    public static int Within(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
            return text.Length;
        var least = most / 2;
        foreach (var marks in Marks)
        {
            for (var i = most - 1; i >= least; i--)
            {
                if (marks.Contains(text[i]) && (char.IsWhiteSpace(text[i + 1]) || Scripts.IsFullWidth(text[i])))
                    return i + 1;
            }
        }

        for (var i = most; i > least; i--)
        {
            if (char.IsWhiteSpace(text[i]))
                return i;
        }

        return TextBoundary.Before(text, most);
    }
}

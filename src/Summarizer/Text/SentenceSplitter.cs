namespace Summarizer.Text;

/// <summary>A sentence, or a block that is none: a heading, a caption, a list's entry without a full stop.</summary>
/// <param name="Span">Trimmed; a list's marker is left out.</param>
/// <param name="Block">Number of the block it stands in, from 0.</param>
/// <param name="IsWhole">False for what does not end as a sentence does.</param>
internal readonly record struct Sentence(TextSpan Span, int Block, bool IsWhole);

/// <summary>
/// Text to sentences, as spans. Quotations stay whole; abbreviations, initials, decimals and ellipses do not end a
/// sentence.
/// </summary>
/// <remarks>
/// What follows works on sentences of bounded length: a text without a full stop is cut at clauses into pieces, none of
/// which counts as a whole sentence.
/// </remarks>
internal static class SentenceSplitter
{
    /// <summary>A quotation up to this many UTF-16 code units is never cut; a longer one is split like other text.</summary>
    private const int LongestUncut = 320;

    /// <summary>
    /// UTF-16 code units of the longest sentence that is left whole. Among 56,000 sentences and list entries of news pages and
    /// annotated texts the longest had 1,084; a summary that shows more than this of one is none.
    /// </summary>
    public const int LongestSentence = 1_200;

    /// <summary>UTF-16 code units of the longest piece of what is longer.</summary>
    private const int LongestPiece = 600;

    public static List<Sentence> Split(string text)
    {
        var blocks = BlockFinder.Find(text, CancellationToken.None);
        return Split(text, blocks, QuotationFinder.In(text, blocks, CancellationToken.None), CancellationToken.None);
    }

    public static List<Sentence> Split(
        string text, IReadOnlyList<TextSpan> blocks, IReadOnlyList<TextSpan> quotations, CancellationToken cancellationToken)
    {
        var sentences = new List<Sentence>();
        var quotation = 0;
        var pace = new CancellationPace(cancellationToken);
        for (var b = 0; b < blocks.Count; b++)
        {
            var block = blocks[b];
            var start = block.Start + BlockFinder.MarkerLength(block.Start < block.End ? text.AsSpan(block.Start, block.Length) : default);
            for (var i = start; i < block.End; i++)
            {
                pace.Step();
                while (quotation < quotations.Count && quotations[quotation].End <= i)
                    quotation++;
                var inside = quotation < quotations.Count && quotations[quotation].Start <= i ? quotations[quotation] : default;
                if (inside.Length is > 0 and <= LongestUncut)
                    i = Math.Max(i, inside.End - 1);
                if (!TryEnd(text, i, block, inside, out var end))
                {
                    i = LastOfRun(text, i, end);
                    continue;
                }

                if (Continues(text, start, i, end, block))
                {
                    i = Math.Max(i, end - 1);
                    continue;
                }

                Add(sentences, text, new TextSpan(start, end), b, true);
                start = SkipSpace(text, end, block.End);
                i = start - 1;
            }

            if (start < block.End)
                Add(sentences, text, new TextSpan(start, block.End), b, false);
        }

        return sentences;
    }

    private static void Add(List<Sentence> sentences, string text, TextSpan span, int block, bool isWhole)
    {
        if (span.Length <= LongestSentence)
        {
            sentences.Add(new Sentence(span, block, isWhole));
            return;
        }

        for (var start = span.Start; start < span.End;)
        {
            var end = start + ClauseBoundary.Within(text.AsSpan(start, span.End - start), LongestPiece);
            sentences.Add(new Sentence(new TextSpan(start, end), block, false));
            start = SkipSpace(text, end, span.End);
        }
    }

    /// <summary>Of a run of marks that no sentence ends in, the rest need not be tried: "!!!!!!x".</summary>
    private static int LastOfRun(string text, int i, int end)
    {
        while (i < end - 1 && !SentenceMarks.NeedsNoSpace(text[i + 1]))
            i++;
        return i;
    }

    /// <summary>Whether a sentence may end at <paramref name="i"/>; <paramref name="end"/> is behind its last mark.</summary>
    private static bool TryEnd(string text, int i, TextSpan block, TextSpan inside, out int end)
    {
        end = i + 1;
        var last = text[i];
        if (inside.Length is > 0 and <= LongestUncut && i == inside.End - 1)
            last = LastBeforeCloser(text, i, block.Start);
        if (!SentenceMarks.IsEnd(last))
            return false;
        while (end < block.End && (SentenceMarks.IsEnd(text[end]) || (SentenceMarks.IsCloser(text[end]) && !IsOpening(text, end, block))))
            end++;
        // French sets a space before the closing mark.
        if (end + 1 < block.End && char.IsWhiteSpace(text[end]) && text[end + 1] == '»')
            end += 2;
        return end == block.End || char.IsWhiteSpace(text[end]) || SentenceMarks.NeedsNoSpace(last);
    }

    private static char LastBeforeCloser(string text, int closer, int from)
    {
        var i = closer - 1;
        while (i > from && char.IsWhiteSpace(text[i]))
            i--;
        return i >= from ? text[i] : text[closer];
    }

    private static bool IsOpening(string text, int i, TextSpan block)
        => text[i] is '“' or '‘' or '«' or '»' && i + 1 < block.End && char.IsLetterOrDigit(text[i + 1]);

    /// <summary>Whether the sentence goes on although a mark stands at <paramref name="mark"/>.</summary>
    private static bool Continues(string text, int start, int mark, int end, TextSpan block)
    {
        var next = SkipSpace(text, end, block.End);
        if (next >= block.End)
            return false;
        var letter = next;
        while (letter < block.End && SentenceMarks.IsOpener(text[letter]))
            letter++;
        if (letter >= block.End || char.IsLower(text[letter]) || text[letter] is ',' or ';' or ':')
            return true;
        var opener = FirstWord(text, letter, block.End);
        if (text[mark] == '.' && (mark + 1 >= block.End || text[mark + 1] != '.') && (mark == 0 || text[mark - 1] != '.'))
            return Abbreviations.Continue(text, start, mark, opener);
        return SentenceMarks.IsCloser(text[end - 1]) && SpeechFollows(text, letter, block.End);
    }

    /// <summary>"What is it?" Smith asked: a name and a verb of speech after the closing mark.</summary>
    private static bool SpeechFollows(string text, int from, int limit)
    {
        var i = from;
        for (var word = 0; word < 4 && i < limit; word++)
        {
            var length = FirstWord(text, i, limit).Length;
            if (length == 0)
                return false;
            if (word > 0
                && (AnyLanguage.SpeechVerbs.Contains(text.AsSpan(i, length)) || AnyLanguage.AskingVerbs.Contains(text.AsSpan(i, length))))
                return true;
            if (!char.IsUpper(text[i]))
                return false;
            i = SkipSpace(text, i + length, limit);
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstWord(string text, int from, int limit)
    {
        var end = from;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || WordTokenizer.IsApostrophe(text[end]) || text[end] == '-'))
            end++;
        return text.AsSpan(from, end - from);
    }

    private static int SkipSpace(string text, int from, int limit)
    {
        while (from < limit && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }
}

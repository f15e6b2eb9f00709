using System.Buffers;
using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>Whether a sentence can be read without those around it.</summary>
internal static class StandaloneScore
{
    private const int FewestWords = 8, MostWords = 70;

    /// <summary>UTF-16 code units; "with" and "from" are shorter than what a heading writes large.</summary>
    private const int LongWord = 5;

    private static readonly WordListFile Openers = WordListFile.Open("Text/Lists/openers.txt");

    private static readonly WordSet Dangling = Openers.Set("dangling");

    private static readonly WordSet Linking = Openers.Set("linking");

    private static readonly SearchValues<string> CaptionMarks = SearchValues.Create(
        [.. WordListFile.Open("Extractive/Summary/Lists/captions.txt").Phrases("marks")], StringComparison.Ordinal);

    /// <summary>
    /// 0 for what must not be shown alone, 1 for a sentence that explains itself, between for one that leans on its
    /// neighbours.
    /// </summary>
    public static double Compute(AnalyzedText read, int sentence)
    {
        var (first, end) = read.TokensOf(sentence);
        var span = read.Sentences[sentence].Span.SliceOf(read.Text);
        if (!read.Sentences[sentence].IsWhole || end - first < FewestWords || end - first > MostWords
            || !IsBalanced(span) || span.ContainsAny(CaptionMarks))
            return 0;
        if (span[0] == '(' || IsHeading(read, first, end))
            return 0;
        var opener = read.Word(first);
        if (char.IsLower(opener[0]) || Dangling.Contains(opener))
            return 0;
        var fitness = Linking.Contains(opener) ? 0.6 : 1;
        if (span.TrimEnd("\"”’'»)").EndsWith('?'))
            fitness *= 0.45;
        return fitness * (1 - (0.6 * QuotedShare(read, read.Sentences[sentence].Span)));
    }

    /// <summary>Whether every long word has a capital, as in headings of some languages.</summary>
    private static bool IsHeading(AnalyzedText read, int first, int end)
    {
        if (read.Language.Has(LanguageTraits.CapitalisesNouns))
            return false;
        var capitals = 0;
        for (var t = first; t < end; t++)
        {
            if (read.Tokens[t].IsCapitalised)
                capitals++;
            else if (read.Tokens[t].Span.Length >= LongWord || read.Tokens[t].Shape == TokenShape.Number)
                return false;
        }

        return capitals >= 3;
    }

    private static bool IsBalanced(ReadOnlySpan<char> sentence)
    {
        var (round, curly, angled, straight) = (0, 0, 0, 0);
        foreach (var c in sentence)
        {
            round += c switch { '(' => 1, ')' => -1, _ => 0 };
            curly += c switch { '“' or '„' => 1, '”' => -1, _ => 0 };
            angled += c switch { '«' => 1, '»' => -1, _ => 0 };
            straight += c == '"' ? 1 : 0;
            if (round < 0)
                return false;
        }

        // German closes with the mark that English opens with.
        var german = sentence.Contains('„');
        return round == 0 && (german || curly == 0) && angled == 0 && straight % 2 == 0;
    }

    /// <summary>How much of a stretch of text stands in quotation marks, 0 to 1.</summary>
    public static double QuotedShare(AnalyzedText read, TextSpan sentence)
    {
        var quoted = 0;
        for (var q = QuotationFinder.FirstEndingAfter(read.Quotations, sentence.Start); q < read.Quotations.Count; q++)
        {
            if (read.Quotations[q].Start >= sentence.End)
                break;
            quoted += Math.Min(read.Quotations[q].End, sentence.End) - Math.Max(read.Quotations[q].Start, sentence.Start);
        }

        return (double)quoted / Math.Max(1, sentence.Length);
    }
}

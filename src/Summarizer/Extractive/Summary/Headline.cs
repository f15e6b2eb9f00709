using Summarizer.Extractive.Syntax;
using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>One line over the summary: the point that the title leaves out, in the article's own words.</summary>
internal static class Headline
{
    /// <summary>UTF-16 code units.</summary>
    public const int Longest = 120;

    /// <summary>Sentences of which a line is tried, the best first.</summary>
    private const int Tries = 16;

    /// <summary>A line that shares more of its words with the title says the title again.</summary>
    private const double MostSame = 0.6;

    /// <summary>Texts of fewer sentences repeat too few words to tell by them which sentence belongs elsewhere.</summary>
    private const int FewestToRepeat = 10;

    /// <summary>UTF-16 code units of a line that has room for what it says.</summary>
    private const int Roomy = 60;

    private static readonly WordSet Pointing = WordListFile.Open("Extractive/Summary/Lists/clauses.txt").Set("pointing");

    /// <summary>
    /// The clause that says most of what the title does not; without a title, the most telling one. Empty when the text has
    /// nothing but the title.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static string Choose(
        AnalyzedText read, string? title, SentenceScores scores, IReadOnlyList<int> chosen, CancellationToken cancellationToken)
    {
        var words = new TitleWords(title, read.Language, cancellationToken);
        var (line, most) = ("", 0.0);
        foreach (var (worth, sentence) in Best(read, scores, cancellationToken))
        {
            if (worth <= most)
                break;
            if (Clause.From(read, sentence) is not { } clause || words.Repeats(clause.Span.In(read.Text)))
                continue;
            var value = worth * Fitness(read, clause) * Newness(read, words, clause);
            if (value > most)
                (line, most) = (clause.Span.In(read.Text), value);
        }

        if (line.Length > 0)
            return line;
        var rest = chosen.Concat(Enumerable.Range(0, Math.Min(Tries, scores.Count)))
            .Select(s => Cut(read.Sentences[s].Span.In(read.Text))).ToList();
        return rest.Find(l => !words.Repeats(l)) ?? (words.IsEmpty ? rest.FirstOrDefault() : null) ?? "";
    }

    /// <summary>The sentences that stand alone best and say most, the best first; earlier ones win ties.</summary>
    private static List<(double Worth, int Sentence)> Best(
        AnalyzedText read, SentenceScores scores, CancellationToken cancellationToken)
    {
        var best = new PriorityQueue<int, (double, int)>(Tries + 1);
        for (var s = 0; s < scores.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsEligible(read, scores, s))
                continue;
            var worth = scores.Precision(s) * scores.Standalone(s) * (scores.Count < FewestToRepeat ? 1 : Belonging(scores.Words, s));
            if (best.Count < Tries)
                best.Enqueue(s, (worth, -s));
            else
                best.EnqueueDequeue(s, (worth, -s));
        }

        var ordered = new List<(double Worth, int Sentence)>(best.Count);
        while (best.TryDequeue(out var sentence, out var worth))
            ordered.Add((worth.Item1, sentence));
        ordered.Reverse();
        return ordered;
    }

    /// <summary>No question, no row of a list.</summary>
    private static bool IsEligible(AnalyzedText read, SentenceScores scores, int sentence)
    {
        if (scores.Standalone(sentence) < Extractor.LeastStandalone)
            return false;
        var span = read.Sentences[sentence].Span;
        var block = read.Blocks[read.Sentences[sentence].Block];
        return span.SliceOf(read.Text)[^1] != '?' && BlockFinder.MarkerLength(block.SliceOf(read.Text)) == 0;
    }

    /// <summary>A sentence whose words no other has may belong to another story; 0 to 1.</summary>
    private static double Belonging(SentenceWords words, int sentence)
    {
        var repeated = 0;
        foreach (var word in words.Of(sentence))
            repeated += words.IsRepeated(word) || words.IsInTitle(word) ? 1 : 0;
        return repeated switch { 0 => 0.4, 1 => 0.8, _ => 1 };
    }

    /// <summary>
    /// A line is best when it is a whole sentence, has room, names somebody or something, and points at nothing that was named
    /// before; 0 to 1.
    /// </summary>
    private static double Fitness(AnalyzedText read, Clause clause)
    {
        var fitness = !clause.IsCut ? 1 : PartOfSpeechTagger.CanTag(read) ? 0.85 : 0.6;
        fitness *= Math.Min(1, 0.5 + (clause.Span.Length / (2.0 * Roomy)));
        var (names, pointing) = (0, false);
        for (var t = clause.First; t < clause.End; t++)
        {
            names += read.Tokens[t].Shape != TokenShape.Lower && t > clause.First ? 1 : 0;
            pointing |= names == 0 && Pointing.Contains(read.Word(t));
        }

        return fitness * (pointing ? 0.5 : 1) * (names == 0 ? 0.8 : 1);
    }

    private static double Newness(AnalyzedText read, TitleWords title, Clause clause)
    {
        if (title.IsEmpty)
            return 1;
        var (same, added) = title.Compare(read, clause.First, clause.End);
        return same > MostSame ? 0.1 * added : 0.3 + (0.7 * added);
    }

    /// <summary>Cuts at the last clause that fits, else at a word; adds nothing, so that the words are the article's own.</summary>
    public static string Cut(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length <= Longest)
            return text.ToString();
        var clause = LastBreak(text, c => c is ',' or ';' or ':' or '–' or '—' or '!' or '?' or '(' or '|' or '،' or '、' or '。',
            Longest / 3);
        var cut = clause > 0 ? clause : LastBreak(text, char.IsWhiteSpace, Longest / 2);
        if (cut <= 0)
            cut = LastWord(text);
        if (cut <= 0)
            cut = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..cut].TrimEnd(" ,;:–—-(|،、").ToString();
    }

    private static int LastWord(ReadOnlySpan<char> text) => text[..Longest].LastIndexOfAny(' ', '\u00A0');

    private static int LastBreak(ReadOnlySpan<char> text, Func<char, bool> breaks, int earliest)
    {
        for (var i = Longest; i >= earliest; i--)
        {
            if (breaks(text[i]) && Clause.IsWholeInMarks(text[..i])
                && !(i > 0 && char.IsDigit(text[i - 1]) && i + 1 < text.Length && char.IsDigit(text[i + 1])))
                return i;
        }

        return 0;
    }
}

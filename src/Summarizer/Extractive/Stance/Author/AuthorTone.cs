using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Author;

/// <summary>
/// How an English article is told: a report hands its statements to speakers, a commentary says "I" and "should".
/// The same words about somebody mean more in the second than in the first.
/// </summary>
/// <param name="Personal">First and second persons outside quotation marks, per 100 words, at most 4.</param>
/// <param name="Reporting">"Said", "told", "according" and their like, per 100 words of the whole text, at most 4.</param>
/// <param name="Urging">"Should", "must", "never" and their like outside quotation marks, per 100 words, at most 2.</param>
/// <param name="Exclaiming">Question and exclamation marks outside quotation marks, per 100 words, at most 2.</param>
/// <param name="Judging">Words of virtue, vice, strength and disgrace outside quotation marks, per 100 words, at most 6.</param>
internal readonly record struct AuthorTone(double Personal, double Reporting, double Urging, double Exclaiming, double Judging)
{
    /// <summary>A short text is not judged by a single word.</summary>
    private const int FewestWords = 50;

    private const LexiconClass Judgements =
        LexiconClass.Vice | LexiconClass.Villain | LexiconClass.Virtue | LexiconClass.Hero | LexiconClass.Disgrace
        | LexiconClass.Strength | LexiconClass.Weakness;

    private static readonly WordListFile Tone = WordListFile.Open("Extractive/Stance/Author/tone.txt");

    private static readonly WordSet Persons = Tone.Set("personal");

    private static readonly WordSet Reports = Tone.Set("reporting");

    private static readonly WordSet Urges = Tone.Set("urging");

    public static AuthorTone Compute(AnalyzedText read, CancellationToken cancellationToken)
    {
        var pace = new CancellationPace(cancellationToken);
        int personal = 0, reporting = 0, urging = 0, exclaiming = 0, judging = 0, own = 0, quotation = 0, end = 0;
        var kinds = new WordKind?[read.Words.Count];
        for (var t = 0; t < read.Tokens.Count; t++)
        {
            pace.Step();
            var token = read.Tokens[t];
            while (quotation < read.Quotations.Count && read.Quotations[quotation].End <= token.Span.Start)
                quotation++;
            var quoted = quotation < read.Quotations.Count && read.Quotations[quotation].Start <= token.Span.Start;
            var kind = kinds[read.Words[t]] ??= KindOf(token.Span.SliceOf(read.Text));
            reporting += kind.HasFlag(WordKind.Reporting) ? 1 : 0;
            if (!quoted)
            {
                own++;
                personal += kind.HasFlag(WordKind.Personal) ? 1 : 0;
                judging += kind.HasFlag(WordKind.Judging) ? 1 : 0;
                urging += kind.HasFlag(WordKind.Urging) ? 1 : 0;
                exclaiming += read.Text.AsSpan(end, token.Span.Start - end).ContainsAny('!', '?') ? 1 : 0;
            }

            end = token.Span.End;
        }

        exclaiming += read.Text.AsSpan(end).ContainsAny('!', '?') ? 1 : 0;
        var per100 = 100.0 / Math.Max(FewestWords, own);
        return new AuthorTone(
            Math.Min(4, personal * per100),
            Math.Min(4, reporting * 100.0 / Math.Max(FewestWords, read.Tokens.Count)),
            Math.Min(2, urging * per100),
            Math.Min(2, exclaiming * per100),
            Math.Min(6, judging * per100));
    }

    private static WordKind KindOf(ReadOnlySpan<char> word)
        => (Reports.Contains(word) ? WordKind.Reporting : 0) | (Persons.Contains(word) ? WordKind.Personal : 0)
            | (Urges.Contains(word) ? WordKind.Urging : 0)
            | ((StanceLexicon.Shared[TextHash.Compute(word)] & Judgements) != 0 ? WordKind.Judging : 0);

    [Flags]
    private enum WordKind : byte
    {
        Reporting = 1,
        Personal = 2,
        Urging = 4,
        Judging = 8,
    }
}

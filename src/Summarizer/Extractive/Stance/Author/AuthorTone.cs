using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Extractive.Stances.Words;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Author;

/// <summary>
/// How an article is told: a report hands its statements to speakers, a commentary says "I" and "should".
/// The same words about somebody mean more in the second than in the first.
/// </summary>
/// <param name="Personal">First and second persons outside quotation marks, per 100 words, at most 4.</param>
/// <param name="Reporting">"Said", "told", "according" and their like, per 100 words of the whole text, at most 4.</param>
/// <param name="Urging">"Should", "must", "never" and their like outside quotation marks, per 100 words, at most 2.</param>
/// <param name="Exclaiming">Question and exclamation marks outside quotation marks, per 100 words, at most 2.</param>
/// <param name="Mourning">"Died", "survived", "funeral" and their like outside quotation marks, per 100 words, at most 2.</param>
/// <param name="Judging">Words of virtue, vice, strength and disgrace outside quotation marks, per 100 words, at most 6.</param>
internal readonly record struct AuthorTone(
    double Personal, double Reporting, double Urging, double Exclaiming, double Mourning, double Judging)
{
    /// <summary>A short text is not judged by a single word.</summary>
    private const int FewestWords = 50;

    private const LexiconClass Judgements =
        LexiconClass.Vice | LexiconClass.Villain | LexiconClass.Virtue | LexiconClass.Hero | LexiconClass.Disgrace
        | LexiconClass.Strength | LexiconClass.Weakness;

    private static readonly WordListFile Tone = WordListFile.Open("Extractive/Stance/Author/tone.txt");

    private static readonly Dictionary<string, Words> ByLanguage =
        LanguageProfile.All.ToDictionary(l => l.Code, Words.Of, StringComparer.Ordinal);

    public static AuthorTone Compute(AnalyzedText read, CancellationToken cancellationToken)
    {
        var pace = new CancellationPace(cancellationToken);
        int personal = 0, reporting = 0, urging = 0, exclaiming = 0, mourning = 0, judging = 0, own = 0, quotation = 0, end = 0;
        var words = ByLanguage.GetValueOrDefault(read.Language.Code, Words.None);
        var kinds = new WordKind?[read.Words.Count];
        for (var t = 0; t < read.Tokens.Count; t++)
        {
            pace.Step();
            var token = read.Tokens[t];
            while (quotation < read.Quotations.Count && read.Quotations[quotation].End <= token.Span.Start)
                quotation++;
            var quoted = quotation < read.Quotations.Count && read.Quotations[quotation].Start <= token.Span.Start;
            var kind = kinds[read.Words[t]] ??= words.KindOf(token.Span.SliceOf(read.Text), read.Language);
            reporting += kind.HasFlag(WordKind.Reporting) ? 1 : 0;
            if (!quoted)
            {
                own++;
                personal += kind.HasFlag(WordKind.Personal) ? 1 : 0;
                judging += kind.HasFlag(WordKind.Judging) ? 1 : 0;
                mourning += kind.HasFlag(WordKind.Mourning) ? 1 : 0;
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
            Math.Min(2, mourning * per100),
            Math.Min(6, judging * per100));
    }

    /// <summary>The words of one language.</summary>
    private sealed record Words(WordSet Personal, WordSet Reporting, WordSet Urging, WordSet Mourning)
    {
        private static readonly WordSet Empty = new([], StringComparer.Ordinal);

        public static Words None { get; } = new(Empty, Empty, Empty, Empty);

        public static Words Of(LanguageProfile language)
        {
            WordSet Set(string section) => Tone.Set($"{language.Code} {section}");
            return new Words(Set("personal"), Set("reporting"), Set("urging"), Set("mourning"));
        }

        public WordKind KindOf(ReadOnlySpan<char> word, LanguageProfile language)
            => (Reporting.Contains(word) ? WordKind.Reporting : 0) | (Personal.Contains(word) ? WordKind.Personal : 0)
                | (Urging.Contains(word) ? WordKind.Urging : 0) | (Mourning.Contains(word) ? WordKind.Mourning : 0)
                | (IsJudging(word, language) ? WordKind.Judging : 0);

        private static bool IsJudging(ReadOnlySpan<char> word, LanguageProfile language)
            => language.Has(LanguageTraits.HasTrainedStance)
                ? (StanceLexicon.Shared[TextHash.Compute(word)] & Judgements) != 0
                : StanceWords.For(language.Code)?[word].Class is WordClass.Praise or WordClass.Blame;
    }

    [Flags]
    private enum WordKind : byte
    {
        Reporting = 1,
        Personal = 2,
        Urging = 4,
        Judging = 8,
        Mourning = 16,
    }
}

using System.Buffers;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Words;

/// <summary>The tokens around a target, each with what its word says, its clause, and whether it is another name.</summary>
internal sealed class MarkedSentence
{
    /// <summary>Tokens on either side of the target that are read.</summary>
    private const int Reach = 60;

    /// <summary>Tokens between a verb and its separable prefix.</summary>
    private const int SeparatedReach = 25;

    /// <summary>Tokens between the target and the verb of speech that is its own.</summary>
    private const int SpeechBefore = 2, SpeechBehind = 3;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:()–—.!?…");

    private readonly LanguageProfile language;
    private readonly string text;
    private readonly List<Token> tokens;
    private readonly WordEntry[] entries;
    private readonly int[] clauses;
    private readonly bool[] names;
    private readonly List<TextSpan> quotations;

    /// <param name="words">The language's words that take sides.</param>
    /// <param name="language">Knows its function words, and whether a capital makes a name.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="target">Where the target is named in it; its own words take no side.</param>
    public MarkedSentence(StanceWords words, LanguageProfile language, string text, TextSpan target)
    {
        (this.language, this.text) = (language, text);
        tokens = WordTokenizer.Tokenize(text, CancellationToken.None);
        quotations = QuotationFinder.In(text, [new TextSpan(0, text.Length)], CancellationToken.None);
        (entries, clauses, names) = (new WordEntry[tokens.Count], new int[tokens.Count], new bool[tokens.Count]);
        var first = tokens.FindIndex(t => t.Span.End > target.Start);
        First = first < 0 ? Math.Max(0, tokens.Count - 1) : first;
        Last = Math.Max(First, tokens.FindLastIndex(t => t.Start < target.End));
        (Start, End) = (Math.Max(0, First - Reach), Math.Min(tokens.Count, Last + Reach + 1));
        MarkClauses();
        MarkWords(words, Start, Math.Min(First, End));
        MarkWords(words, Math.Min(Last + 1, End), End);
        MarkNames();
        TargetSpeaks = IsSpeechAround(words);
    }

    /// <summary>The target's first token.</summary>
    public int First { get; }

    /// <summary>The target's last token.</summary>
    public int Last { get; }

    /// <summary>The first token that is read.</summary>
    public int Start { get; }

    /// <summary>Behind the last token that is read.</summary>
    public int End { get; }

    /// <summary>Whether names beside the target's stand in the sentence.</summary>
    public bool HasOtherNames { get; private set; }

    /// <summary>Whether the target is the one who says what the sentence says.</summary>
    public bool TargetSpeaks { get; }

    /// <summary>A phrase is marked at its last token.</summary>
    public WordEntry this[int token] => entries[token];

    public ReadOnlySpan<char> Word(int token) => tokens[token].Span.SliceOf(text);

    /// <summary>The number of a token's clause, from 0; commas and stronger marks part clauses.</summary>
    public int Clause(int token) => clauses[token];

    public bool IsName(int token) => names[token];

    /// <summary>A capital tells it, but for the first word of a sentence.</summary>
    public bool MayBeNoun(int token)
        => tokens[token].IsCapitalised
            && (token > 0 || (entries[token] == default && !language.FunctionWords.Contains(Word(token))));

    public bool IsTarget(int token) => token >= First && token <= Last;

    /// <summary>Whether a quotation holds one of the token and the target and not the other: others' words, or words in doubt.</summary>
    public bool IsApartByQuotation(int token)
        => QuotationFinder.Around(quotations, tokens[token].Start) != QuotationFinder.Around(quotations, tokens[First].Start);

    private void MarkClauses()
    {
        for (var i = Start + 1; i < End; i++)
        {
            var gap = text.AsSpan(tokens[i - 1].Span.End, tokens[i].Start - tokens[i - 1].Span.End);
            clauses[i] = clauses[i - 1] + (gap.ContainsAny(ClauseMarks) ? 1 : 0);
        }
    }

    private void MarkWords(StanceWords words, int from, int to)
    {
        for (var i = from; i < to;)
        {
            var (entry, length) = words.Find(text, tokens, i, to);
            if (entry.Is(WordTraits.Separable) && OfSeparated(words, i) is var kind and not WordClass.None)
                entry = new WordEntry(kind, WordTraits.None);
            if (!entry.Is(WordTraits.Plain))
                entries[i + length - 1] = entry;
            i += length;
        }
    }

    private WordClass OfSeparated(StanceWords words, int verb)
    {
        for (var i = verb + 1; i < Math.Min(End, verb + SeparatedReach) && clauses[i] == clauses[verb]; i++)
        {
            if (words.OfSeparated(Word(verb), Word(i)) is var kind and not WordClass.None)
                return kind;
        }

        return WordClass.None;
    }

    /// <summary>
    /// Where every noun has a capital, and for the first word of a sentence, two capitals side by side make a name.
    /// </summary>
    private void MarkNames()
    {
        var capitalNouns = language.Has(LanguageTraits.CapitalisesNouns);
        for (var i = Start; i < End; i++)
        {
            names[i] = MayBeName(i) && ((!capitalNouns && i > 0) || IsNamePair(i - 1) || IsNamePair(i));
            HasOtherNames |= names[i];
        }
    }

    /// <summary>Whether a token and the next one make a name.</summary>
    private bool IsNamePair(int token)
        => token >= Start && token + 1 < End && clauses[token] == clauses[token + 1] && MayBeName(token)
            && MayBeName(token + 1);

    private bool MayBeName(int token)
        => !IsTarget(token) && tokens[token].IsCapitalised && entries[token].Class == WordClass.None
            && !language.FunctionWords.Contains(Word(token));

    /// <summary>"Roe said", "has said Roe"; a verb that takes sides tells by itself who does what to whom.</summary>
    private bool IsSpeechAround(StanceWords words)
    {
        for (var i = Math.Max(Start, First - SpeechBefore); i < Math.Min(End, Last + SpeechBehind + 1); i++)
        {
            if (!IsTarget(i) && clauses[i] == clauses[First] && entries[i].Class == WordClass.None && words.IsSpeech(Word(i)))
                return true;
        }

        return false;
    }
}

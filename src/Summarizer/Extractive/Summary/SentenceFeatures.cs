using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>What a sentence's words, form and place say about how much of it a summary would have.</summary>
internal sealed class SentenceFeatures
{
    /// <summary>Sentences from the first that make the lead.</summary>
    public const int LeadSentences = 3;

    /// <summary>Paragraphs from the last in which a commentary says what ought to be.</summary>
    private const int LastBlocks = 2;

    private const double UrgingBonus = 0.1, LastBonus = 0.05, TitleBonus = 0.2, NameBonus = 0.05;

    private readonly AnalyzedText read;
    private readonly SentenceWords words;
    private readonly WordTones tones;
    private readonly bool[] inLead;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SentenceFeatures(AnalyzedText read, SentenceWords words, CancellationToken cancellationToken)
    {
        (this.read, this.words, tones) = (read, words, new WordTones(read));
        inLead = new bool[words.Count];
        if (read.Sentences.Count > 0)
        {
            foreach (var word in words.Of(0))
                inLead[word] = true;
        }

        Commentary = ComputeCommentary(cancellationToken);
    }

    /// <summary>By name, in the order of the values.</summary>
    public static string[] Names { get; } = Enum.GetNames<Feature>();

    /// <summary>
    /// How much of a commentary the article is, 0 to 1: by the sentences in which the author speaks of himself, to the reader, or
    /// says what ought to be.
    /// </summary>
    public double Commentary { get; }

    /// <summary>
    /// What a sentence of a commentary gains because theses are found there: what ought to be, the last paragraphs, the title's
    /// words, and who is named. Set by hand: the references are of too few commentaries to learn it from.
    /// </summary>
    /// <param name="features">As written of the sentence.</param>
    public double Thesis(ReadOnlySpan<double> features)
        => Commentary * ((UrgingBonus * features[(int)Feature.Urging]) + (LastBonus * features[(int)Feature.Last])
            + (TitleBonus * features[(int)Feature.TitleDensity]) + (features[(int)Feature.Names] > 0 ? NameBonus : 0));

    /// <summary>Writes the values of a sentence.</summary>
    public void Write(int sentence, Span<double> features)
    {
        var (first, end) = read.TokensOf(sentence);
        var count = Math.Max(1, end - first);
        int personal = 0, urging = 0, speech = 0, pronouns = 0, functions = 0, numbers = 0, names = 0;
        for (var t = first; t < end; t++)
        {
            var tone = tones.Of(t);
            personal += (tone & WordTone.Personal) != 0 ? 1 : 0;
            urging += (tone & WordTone.Urging) != 0 ? 1 : 0;
            speech += (tone & WordTone.Speech) != 0 ? 1 : 0;
            pronouns += (tone & WordTone.Pronoun) != 0 ? 1 : 0;
            functions += (tone & WordTone.Function) != 0 ? 1 : 0;
            numbers += read.Tokens[t].Shape == TokenShape.Number ? 1 : 0;
            names += t > first && read.Tokens[t].IsCapitalised ? 1 : 0;
        }

        var span = read.Sentences[sentence].Span;
        var block = read.Sentences[sentence].Block;
        var position = 1 / Math.Sqrt(1 + sentence);
        var isLast = block >= read.Blocks.Count - LastBlocks && sentence >= LeadSentences ? 1 : 0;
        features[(int)Feature.Short] = 8.0 / Math.Max(8, count);
        features[(int)Feature.Long] = Math.Min(2, count / 40.0);
        features[(int)Feature.Personal] = Math.Min(0.3, (double)personal / count);
        features[(int)Feature.AnyPersonal] = personal > 0 ? 1 : 0;
        features[(int)Feature.Pronouns] = (double)pronouns / count;
        features[(int)Feature.Functions] = (double)functions / count;
        features[(int)Feature.Numbers] = Math.Min(0.3, (double)numbers / count);
        features[(int)Feature.AnyNumber] = numbers > 0 ? 1 : 0;
        features[(int)Feature.Names] = read.Language.Has(LanguageTraits.CapitalisesNouns) ? 0 : (double)names / count;
        features[(int)Feature.Speech] = speech > 0 ? 1 : 0;
        features[(int)Feature.Quoted] = StandaloneScore.QuotedShare(read, span);
        features[(int)Feature.Question] = span.SliceOf(read.Text).Contains('?') ? 1 : 0;
        features[(int)Feature.Exclamation] = span.SliceOf(read.Text).Contains('!') ? 1 : 0;
        features[(int)Feature.Urging] = urging > 0 ? 1 : 0;
        features[(int)Feature.Position] = position;
        features[(int)Feature.First] = sentence == 0 ? 1 : 0;
        features[(int)Feature.Lead] = sentence < LeadSentences ? 1 : 0;
        features[(int)Feature.Relative] = (double)sentence / read.Sentences.Count;
        features[(int)Feature.Last] = isLast;
        features[(int)Feature.OpensBlock] = sentence > 0 && read.Sentences[sentence - 1].Block != block ? 1 : 0;
        WriteWords(sentence, features);
        features[(int)Feature.CommentaryPosition] = Commentary * position;
        features[(int)Feature.CommentaryLead] = Commentary * features[(int)Feature.Lead];
        features[(int)Feature.CommentaryPersonal] = Commentary * features[(int)Feature.AnyPersonal];
    }

    private void WriteWords(int sentence, Span<double> features)
    {
        int title = 0, repeated = 0, lead = 0;
        var (frequency, sum) = (0.0, 0.0);
        var all = words.Of(sentence);
        foreach (var word in all)
        {
            title += words.IsInTitle(word) ? 1 : 0;
            repeated += words.IsRepeated(word) ? 1 : 0;
            lead += inLead[word] ? 1 : 0;
            frequency += words.Frequency(word);
            sum += words.IsRepeated(word) ? words.Frequency(word) : 0;
        }

        var count = Math.Max(1, all.Length);
        features[(int)Feature.Title] = title / Math.Max(3.0, words.TitleCount);
        features[(int)Feature.TitleDensity] = (double)title / Math.Max(4, count);
        features[(int)Feature.Frequency] = frequency / count;
        features[(int)Feature.Repeated] = (double)repeated / count;
        features[(int)Feature.Weight] = sum / Math.Pow(Math.Max(8, count), 0.8);
        features[(int)Feature.LikeFirst] = sentence == 0 ? 0 : (double)lead / count;
    }

    private double ComputeCommentary(CancellationToken cancellationToken)
    {
        var (personal, own) = (0, 0);
        for (var s = 0; s < read.Sentences.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, end) = read.TokensOf(s);
            if (!read.Sentences[s].IsWhole || StandaloneScore.QuotedShare(read, read.Sentences[s].Span) > 0.2)
                continue;
            own++;
            for (var t = first; t < end; t++)
            {
                if ((tones.Of(t) & (WordTone.Personal | WordTone.Urging)) == 0)
                    continue;
                personal++;
                break;
            }
        }

        return Math.Min(1, 2.0 * personal / Math.Max(8, own));
    }

    private enum Feature
    {
        /// <summary>Share of the title's words that it has.</summary>
        Title,

        /// <summary>Share of its words that the title has.</summary>
        TitleDensity,

        /// <summary>In how many sentences its words stand, on average.</summary>
        Frequency,

        /// <summary>Share of its words that other sentences have.</summary>
        Repeated,

        /// <summary>The same words added up, damped by their number.</summary>
        Weight,

        /// <summary>Share of its words that the first sentence has.</summary>
        LikeFirst,
        Short,
        Long,
        Personal,
        AnyPersonal,
        Pronouns,
        Functions,
        Numbers,
        AnyNumber,
        Names,
        Speech,
        Quoted,
        Question,
        Exclamation,
        Urging,
        Position,
        First,
        Lead,
        Relative,
        Last,
        OpensBlock,

        /// <summary>What follows is the same, by how much of a commentary the article is.</summary>
        CommentaryPosition,
        CommentaryLead,
        CommentaryPersonal,
    }
}

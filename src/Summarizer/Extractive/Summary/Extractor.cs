using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>
/// Chooses the sentences that stand for the article: greedily, the one that most raises the share of words that a summary by
/// people would have.
/// </summary>
internal static class Extractor
{
    /// <summary>Words that a summary has besides: with them in the share, a longer sentence is worth more than one as good.</summary>
    private const double OtherWords = 8;

    /// <summary>Behind the lead, a sentence that leans on others more than this is not shown.</summary>
    public const double LeastStandalone = 0.5;

    /// <summary>What a word is not worth once another sentence of the summary has it.</summary>
    private const double CoveredLoss = 0.85;

    /// <summary>Where nothing stands alone, what is not even a whole sentence is worth so much of one.</summary>
    private const double TornWorth = 0.1;

    /// <summary>Captions and headings passed over in one text; each is found by a search of all sentences.</summary>
    private const int MostVerbless = 20;

    /// <summary>UTF-16 code units of a sentence that adds something; fewer are left where an endless one was cut.</summary>
    private const int LeastLength = 8;

    /// <summary>A sentence of which the chosen ones have so great a share says nothing new.</summary>
    private const double MostCovered = 0.85;

    /// <summary>Numbers of the chosen sentences in the article's order; fewer than requested when the article has no more.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<int> Choose(AnalyzedText read, SentenceScores scores, int sentences, CancellationToken cancellationToken)
    {
        var chosen = new List<int>(sentences);
        var covered = new bool[scores.Words.Count];
        var isOut = new bool[scores.Count];
        var pace = new CancellationPace(cancellationToken);
        var (hits, words, verbless) = (0.0, OtherWords, 0);
        foreach (var standard in Enum.GetValues<Standard>())
        {
            if (standard == Standard.Any && chosen.Count > 0)
                break;
            while (chosen.Count < sentences)
            {
                var (next, most, nextHits) = (-1, 0.0, 0.0);
                for (var s = 0; s < scores.Count; s++)
                {
                    pace.Step();
                    if (isOut[s] || !Meets(read, scores, s, standard)
                        || (chosen.Count > 0 && read.Sentences[s].Span.Length < LeastLength))
                        continue;
                    var share = CoveredShare(scores.Words.Of(s), covered);
                    if (share >= MostCovered)
                    {
                        isOut[s] = true;
                        continue;
                    }

                    var precision = scores.Precision(s) + (s < SentenceFeatures.LeadSentences ? scores.LeadBonus : 0);
                    precision *= standard != Standard.Any ? scores.Standalone(s)
                        : read.Sentences[s].IsWhole ? 1 : TornWorth;
                    var own = precision * (1 - (CoveredLoss * share)) * Length(read, s);
                    var value = (hits + own) / (words + Length(read, s));
                    if (value > most)
                        (next, most, nextHits) = (s, value, own);
                }

                if (next < 0)
                    break;
                isOut[next] = true;
                var (first, end) = read.TokensOf(next);
                if (standard != Standard.Any && verbless < MostVerbless && !Clause.HasVerb(read, first, end, end))
                {
                    verbless++;
                    continue;
                }

                chosen.Add(next);
                (hits, words) = (hits + nextHits, words + Length(read, next));
                foreach (var word in scores.Words.Of(next))
                    covered[word] = true;
            }
        }

        chosen.Sort();
        return chosen;
    }

    private static int Length(AnalyzedText read, int sentence)
    {
        var (first, end) = read.TokensOf(sentence);
        return end - first;
    }

    private static bool Meets(AnalyzedText read, SentenceScores scores, int sentence, Standard standard) => standard switch
    {
        Standard.Good => scores.Standalone(sentence) >= LeastStandalone
            || (sentence < SentenceFeatures.LeadSentences && scores.Standalone(sentence) > 0),
        Standard.Fair => scores.Standalone(sentence) > 0,
        _ => true,
    };

    private static double CoveredShare(ReadOnlySpan<int> words, bool[] covered)
    {
        var count = 0;
        foreach (var word in words)
            count += covered[word] ? 1 : 0;
        return (double)count / Math.Max(1, words.Length);
    }

    /// <summary>What is asked of a sentence; the next is tried where the one before leaves too few.</summary>
    private enum Standard
    {
        /// <summary>It stands alone, or nearly so in the lead.</summary>
        Good,

        /// <summary>It can be read alone.</summary>
        Fair,

        /// <summary>When nothing stands alone, whatever is there has to do.</summary>
        Any,
    }
}

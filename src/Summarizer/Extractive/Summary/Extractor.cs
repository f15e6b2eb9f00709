using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>Chooses the sentences that stand for the article.</summary>
internal static class Extractor
{
    /// <summary>Against a content of at most 1. Measured on CNN/Daily Mail articles; 0.5 to 0.75 do equally well.</summary>
    private const double PositionWeight = 0.6;

    /// <summary>Numbers of the chosen sentences in the article's order; fewer than requested when the article has no more.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<int> Choose(AnalyzedText read, string? title, int sentences, CancellationToken cancellationToken)
    {
        var scores = new SentenceScores(read, title, cancellationToken);
        var fitness = Fitness(read, cancellationToken);
        var covered = new bool[scores.Words];
        var best = 1e-9;
        var pace = new CancellationPace(cancellationToken);
        for (var s = 0; s < scores.Count; s++)
            best = Math.Max(best, scores.Content(s, covered));
        var chosen = new List<int>(sentences);
        while (chosen.Count < sentences)
        {
            var (next, most) = (-1, 0.0);
            for (var s = 0; s < scores.Count; s++)
            {
                pace.Step();
                if (fitness[s] <= 0 || chosen.Contains(s))
                    continue;
                var value = fitness[s] * ((PositionWeight * Position(s)) + (scores.Content(s, covered) / best));
                if (value > most)
                    (next, most) = (s, value);
            }

            if (next < 0)
                break;
            chosen.Add(next);
            foreach (var word in scores.WordsOf(next))
                covered[word] = true;
        }

        chosen.Sort();
        return chosen;
    }

    /// <summary>News says the most important first.</summary>
    private static double Position(int sentence) => 1 / Math.Sqrt(1 + sentence);

    /// <summary>When nothing stands alone, whatever is there has to do.</summary>
    private static double[] Fitness(AnalyzedText read, CancellationToken cancellationToken)
    {
        var fitness = new double[read.Sentences.Count];
        for (var s = 0; s < fitness.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            fitness[s] = StandaloneScore.Compute(read, s);
        }

        if (Array.TrueForAll(fitness, f => f <= 0))
        {
            for (var s = 0; s < fitness.Length; s++)
                fitness[s] = read.Sentences[s].IsWhole ? 1 : 0.1;
        }

        return fitness;
    }
}

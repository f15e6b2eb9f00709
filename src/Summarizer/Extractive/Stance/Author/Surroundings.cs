namespace Summarizer.Extractive.Stances.Author;

/// <summary>
/// The words that speak of a target without naming it: those of its sentences, shared with whom else they name, and of the
/// sentences after them in the same paragraph that name nobody.
/// </summary>
/// <param name="read">The article.</param>
/// <param name="voice">What its author says.</param>
/// <param name="sentencesOf">By target the numbers of the sentences that speak of it, ascending.</param>
internal sealed class Surroundings(AnalyzedText read, AuthorVoice voice, IReadOnlyList<int[]> sentencesOf)
{
    /// <summary>Sentences after one that speaks of a target that still do.</summary>
    private const int Reach = 3;

    private readonly int[] targetsIn = Count(read, sentencesOf);

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Valence Of(int target, CancellationToken cancellationToken)
    {
        var all = default(Valence);
        foreach (var sentence in sentencesOf[target])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var share = 1.0 / targetsIn[sentence];
            all += voice[sentence] * share;
            for (var next = sentence + 1; next <= sentence + Reach && next < targetsIn.Length && targetsIn[next] == 0
                && read.Sentences[next].Block == read.Sentences[sentence].Block; next++)
                all += voice[next] * share;
        }

        return all;
    }

    private static int[] Count(AnalyzedText read, IReadOnlyList<int[]> sentencesOf)
    {
        var counts = new int[read.Sentences.Count];
        foreach (var sentences in sentencesOf)
        {
            foreach (var sentence in sentences)
                counts[sentence]++;
        }

        return counts;
    }
}

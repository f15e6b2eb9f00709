namespace Summarizer.Evaluation;

/// <summary>
/// ROUGE-1, -2 and -Lsum as F-measures, 0 to 1, without stemming. Lin (2004), "ROUGE: a package for automatic evaluation
/// of summaries".
/// </summary>
internal readonly record struct SummariesRouge(double One, double Two, double LongestSum)
{
    public static SummariesRouge Of(IReadOnlyList<string> summary, IReadOnlyList<string> reference)
    {
        var own = Words(summary);
        var theirs = Words(reference);
        return new SummariesRouge(Overlap(own, theirs, 1), Overlap(own, theirs, 2), UnionLongest(own, theirs));
    }

    /// <summary>Against several references the best of them counts, for each figure alone.</summary>
    public static SummariesRouge Best(IReadOnlyList<string> summary, IEnumerable<IReadOnlyList<string>> references)
        => references.Select(r => Of(summary, r)).Aggregate((a, b) => new SummariesRouge(
            Math.Max(a.One, b.One), Math.Max(a.Two, b.Two), Math.Max(a.LongestSum, b.LongestSum)));

    /// <summary>Letters and digits in small letters, as the reference implementation's own tokenizer has them.</summary>
    private static string[][] Words(IReadOnlyList<string> sentences) =>
    [
        .. sentences.Select(s => new string([.. s.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static double Overlap(string[][] own, string[][] theirs, int size)
    {
        var mine = Grams(own, size);
        var wanted = Grams(theirs, size);
        var hits = mine.Sum(g => Math.Min(g.Value, wanted.GetValueOrDefault(g.Key)));
        return F(hits, mine.Values.Sum(), wanted.Values.Sum());
    }

    private static Dictionary<string, int> Grams(string[][] sentences, int size)
    {
        var words = sentences.SelectMany(s => s).ToArray();
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + size <= words.Length; i++)
        {
            var gram = size == 1 ? words[i] : words[i] + " " + words[i + 1];
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    /// <summary>For each sentence of the reference, the union of its longest common subsequences with every sentence.</summary>
    private static double UnionLongest(string[][] own, string[][] theirs)
    {
        var left = Grams(own, 1);
        var wanted = Grams(theirs, 1);
        var hits = 0;
        foreach (var reference in theirs)
        {
            var union = new SortedSet<int>();
            foreach (var sentence in own)
                union.UnionWith(LongestCommon(reference, sentence));
            foreach (var word in union.Select(i => reference[i]))
            {
                if (left.GetValueOrDefault(word) > 0 && wanted.GetValueOrDefault(word) > 0)
                {
                    left[word]--;
                    wanted[word]--;
                    hits++;
                }
            }
        }

        return F(hits, own.Sum(s => s.Length), theirs.Sum(s => s.Length));
    }

    private static IEnumerable<int> LongestCommon(string[] reference, string[] sentence)
    {
        var table = new int[reference.Length + 1, sentence.Length + 1];
        for (var i = 1; i <= reference.Length; i++)
        {
            for (var j = 1; j <= sentence.Length; j++)
                table[i, j] = reference[i - 1] == sentence[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        }

        for (var (i, j) = (reference.Length, sentence.Length); i > 0 && j > 0;)
        {
            if (reference[i - 1] == sentence[j - 1])
            {
                yield return i - 1;
                (i, j) = (i - 1, j - 1);
            }
            else if (table[i - 1, j] >= table[i, j - 1])
                i--;
            else
                j--;
        }
    }

    private static double F(double hits, double own, double wanted)
        => hits == 0 ? 0 : 2 * hits / (own + wanted);
}

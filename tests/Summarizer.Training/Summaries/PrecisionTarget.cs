namespace Summarizer.Training.Summaries;

/// <summary>What the regression learns: the share of a sentence's words that a reference has, as ROUGE-1 counts them.</summary>
internal static class PrecisionTarget
{
    /// <summary>Letters and digits in small letters.</summary>
    public static string[] Words(string text)
        => new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The share of words that others have as often, 0 to 1.</summary>
    public static double Share(string[] words, string[] others)
    {
        var left = others.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var hits = 0;
        foreach (var word in words)
        {
            if (left.GetValueOrDefault(word) == 0)
                continue;
            left[word]--;
            hits++;
        }

        return (double)hits / Math.Max(1, words.Length);
    }
}

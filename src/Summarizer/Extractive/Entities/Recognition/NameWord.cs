using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>What is the same wherever a word stands, computed once for each word of the text.</summary>
internal sealed class NameWord
{
    /// <summary>Letters of the longest beginning and ending.</summary>
    public const int Longest = 4;

    private readonly ulong[] affixes = new ulong[2 * Longest];

    public NameWord(ReadOnlySpan<char> word, NameTraits traits)
    {
        Hash = TextHash.Compute(word);
        Traits = traits;
        Cluster = WordClusters.Of(Hash);
        for (var n = 1; n <= Longest; n++)
        {
            var length = Math.Min(n, word.Length);
            affixes[n - 1] = TextHash.Compute(word[..length]);
            affixes[Longest + n - 1] = TextHash.Compute(word[^length..]);
        }
    }

    public ulong Hash { get; }

    public NameTraits Traits { get; }

    public ulong Cluster { get; }

    public ulong Prefix(int length) => affixes[length - 1];

    public ulong Suffix(int length) => affixes[Longest + length - 1];
}

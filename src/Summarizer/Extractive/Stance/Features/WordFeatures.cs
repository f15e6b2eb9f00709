using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Features;

/// <summary>The words themselves: in the sentence, near the target, on either side of it, and their letters.</summary>
internal static class WordFeatures
{
    private const int Near = 8;
    private const int Exact = 3;
    private const int LongestStart = 7;
    private const int LongestEnd = 5;
    private static readonly ulong NameHash = TextHash.Compute("<name>");
    private static readonly ulong NotHash = TextHash.Compute("<not>");
    private static readonly ulong NumberHash = TextHash.Compute("<number>");

    public static void Extract<TSink>(ReadOnlySpan<char> sentence, ReadOnlySpan<StanceToken> tokens, int target, ref TSink sink)
        where TSink : IFeatureSink
    {
        Span<ulong> words = stackalloc ulong[SentenceTokens.Most];
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            words[i] = token.Is(TokenTraits.Name) ? NameHash : char.IsDigit(sentence[token.Start]) ? NumberHash : token.Hash;
            if (token.Is(TokenTraits.Negated) && token.Is(LexiconClass.Content))
                words[i] = TextHash.Join(NotHash, words[i]);
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            var word = words[i];
            var distance = i - target;
            sink.Add(FeatureFamily.Words, FeatureHash.Join(FeatureId.Word, word), 1);
            if (i > 0)
                sink.Add(FeatureFamily.Words, FeatureHash.Join(FeatureId.WordPair, words[i - 1], word), 1);
            if (Math.Abs(distance) <= Near)
            {
                sink.Add(FeatureFamily.Window, FeatureHash.Join(FeatureId.NearWord, word), 1);
                if (i > 0 && distance > -Near)
                    sink.Add(FeatureFamily.Window, FeatureHash.Join(FeatureId.NearPair, words[i - 1], word), 1);
                if (i > 1 && distance > 1 - Near)
                    sink.Add(
                        FeatureFamily.Window,
                        TextHash.Join(FeatureHash.Join(FeatureId.NearTriple, words[i - 2]), words[i - 1], word),
                        1);
            }

            if (distance != 0)
                sink.Add(FeatureFamily.Sides, FeatureHash.Join(distance < 0 ? FeatureId.WordBefore : FeatureId.WordAfter, word), 1);
            if (Math.Abs(distance) <= Exact)
                sink.Add(FeatureFamily.Sides, FeatureHash.Join(FeatureId.WordAtDistance, (ulong)(distance + 16), word), 1);
            var token = tokens[i];
            if (!token.Is(TokenTraits.Target | TokenTraits.Mention | TokenTraits.Name | TokenTraits.Punctuation))
                Letters(sentence.Slice(token.Start, token.Length), ref sink);
        }
    }

    /// <summary>How the word begins and ends: its stem and its inflection, without a rule for either.</summary>
    private static void Letters<TSink>(ReadOnlySpan<char> word, ref TSink sink)
        where TSink : IFeatureSink
    {
        for (var length = 3; length <= Math.Min(LongestStart, word.Length); length++)
            sink.Add(FeatureFamily.Letters, FeatureHash.Join(FeatureId.WordStart, (ulong)length, TextHash.Compute(word[..length])), 1);
        for (var length = 3; length <= Math.Min(LongestEnd, word.Length); length++)
            sink.Add(FeatureFamily.Letters, FeatureHash.Join(FeatureId.WordEnd, (ulong)length, TextHash.Compute(word[^length..])), 1);
    }
}

namespace Summarizer.Extractive.Stances.Features;

/// <summary>How the target stands in the sentence, whatever the words are.</summary>
internal static class ShapeFeatures
{
    public static void Extract<TSink>(ReadOnlySpan<char> sentence, ReadOnlySpan<StanceToken> tokens, int target, ref TSink sink)
        where TSink : IFeatureSink
    {
        int names = 0, mentions = 0, quotes = 0, clauses = 0;
        foreach (var token in tokens)
        {
            if (token.Is(TokenTraits.Name))
                names++;
            if (token.Is(TokenTraits.Mention))
                mentions++;
            if (token.Is(TokenTraits.Quoted))
                quotes++;
            if (token.Is(TokenTraits.Boundary))
                clauses++;
        }

        var name = sentence.Slice(tokens[target].Start, tokens[target].Length);
        var before = target > 0 ? tokens[target - 1] : default;
        var after = target + 1 < tokens.Length ? tokens[target + 1] : default;
        var last = sentence[tokens[^1].Start];
        Add(1, (ulong)Math.Min(target, 3), ref sink);
        Add(2, (ulong)(4 * target / tokens.Length), ref sink);
        Add(3, tokens[target].Is(TokenTraits.Quoted) ? 1UL : 0, ref sink);
        Add(4, (ulong)Math.Min(mentions, 2), ref sink);
        Add(5, quotes == 0 ? 0UL : 10 * quotes < 7 * tokens.Length ? 1UL : 2, ref sink);
        Add(6, (ulong)Math.Min(tokens.Length / 8, 6), ref sink);
        Add(7, (ulong)Math.Min(names, 6), ref sink);
        Add(8, Pronoun(name), ref sink);
        Add(9, last is '?' ? 1UL : last is '!' ? 2UL : last is '.' or '"' or '\u201D' ? 3UL : 0, ref sink);
        Add(10, (ulong)before.Classes, ref sink);
        Add(11, (ulong)after.Classes, ref sink);
        Add(12, (ulong)(before.Traits & (TokenTraits.Name | TokenTraits.Boundary)) + (256 * (ulong)(after.Traits & (TokenTraits.Name | TokenTraits.Boundary))), ref sink);
        Add(13, name.Contains(' ') ? 1UL : 0, ref sink);
        Add(14, (ulong)Math.Min(clauses, 5), ref sink);
    }

    private static void Add<TSink>(ulong kind, ulong value, ref TSink sink)
        where TSink : IFeatureSink
        => sink.Add(FeatureFamily.Shape, TextHash.Join(50, kind, value), 1);

    private static ulong Pronoun(ReadOnlySpan<char> name) => name switch
    {
        "he" or "He" or "she" or "She" => 1,
        "his" or "His" or "her" or "Her" => 2,
        "him" or "Him" => 3,
        "I" or "me" or "my" => 4,
        _ => name.Length > 0 && char.IsUpper(name[0]) ? 0UL : 5,
    };
}

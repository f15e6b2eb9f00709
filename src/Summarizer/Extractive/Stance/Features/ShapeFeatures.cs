namespace Summarizer.Extractive.Stances.Features;

/// <summary>How the target stands in the sentence, whatever the words are.</summary>
internal static class ShapeFeatures
{
    /// <summary>The numbers are part of trained features, as are those of the enums below.</summary>
    private enum Shape : ulong
    {
        Start = 1,
        Place = 2,
        Quoted = 3,
        Mentions = 4,
        QuotedShare = 5,
        Length = 6,
        Names = 7,
        Pronoun = 8,
        LastMark = 9,
        ClassesBefore = 10,
        ClassesAfter = 11,
        TraitsBeside = 12,
        Compound = 13,
        Clauses = 14,
    }

    private enum Mark : ulong
    {
        None = 0,
        Question = 1,
        Exclamation = 2,

        /// <summary>A full stop, or the quotation mark behind one.</summary>
        Stop = 3,
    }

    /// <summary>What the target is named by.</summary>
    private enum Pronoun : ulong
    {
        /// <summary>A name.</summary>
        None = 0,
        Subject = 1,
        Possessive = 2,
        Object = 3,
        FirstPerson = 4,

        /// <summary>Something else that is written small.</summary>
        Lower = 5,
    }

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
        Add(Shape.Start, (ulong)Math.Min(target, 3), ref sink);
        Add(Shape.Place, (ulong)(4 * target / tokens.Length), ref sink);
        Add(Shape.Quoted, tokens[target].Is(TokenTraits.Quoted) ? 1UL : 0, ref sink);
        Add(Shape.Mentions, (ulong)Math.Min(mentions, 2), ref sink);
        Add(Shape.QuotedShare, quotes == 0 ? 0UL : 10 * quotes < 7 * tokens.Length ? 1UL : 2, ref sink);
        Add(Shape.Length, (ulong)Math.Min(tokens.Length / 8, 6), ref sink);
        Add(Shape.Names, (ulong)Math.Min(names, 6), ref sink);
        Add(Shape.Pronoun, (ulong)PronounOf(name), ref sink);
        Add(Shape.LastMark, (ulong)MarkOf(sentence[tokens[^1].Start]), ref sink);
        Add(Shape.ClassesBefore, (ulong)before.Classes, ref sink);
        Add(Shape.ClassesAfter, (ulong)after.Classes, ref sink);
        const TokenTraits Telling = TokenTraits.Name | TokenTraits.Boundary;
        Add(Shape.TraitsBeside, (ulong)(before.Traits & Telling) + (256 * (ulong)(after.Traits & Telling)), ref sink);
        Add(Shape.Compound, name.Contains(' ') ? 1UL : 0, ref sink);
        Add(Shape.Clauses, (ulong)Math.Min(clauses, 5), ref sink);
    }

    private static void Add<TSink>(Shape shape, ulong value, ref TSink sink)
        where TSink : IFeatureSink
        => sink.Add(FeatureFamily.Shape, FeatureHash.Join(FeatureId.Shape, (ulong)shape, value), 1);

    private static Mark MarkOf(char last) => last switch
    {
        '?' => Mark.Question,
        '!' => Mark.Exclamation,
        '.' or '"' or '\u201D' => Mark.Stop,
        _ => Mark.None,
    };

    private static Pronoun PronounOf(ReadOnlySpan<char> name) => name switch
    {
        "he" or "He" or "she" or "She" => Pronoun.Subject,
        "his" or "His" or "her" or "Her" => Pronoun.Possessive,
        "him" or "Him" => Pronoun.Object,
        "I" or "me" or "my" => Pronoun.FirstPerson,
        _ => name.Length > 0 && char.IsUpper(name[0]) ? Pronoun.None : Pronoun.Lower,
    };
}

using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances;

/// <summary>What tokens mean together: phrases, negations, nouns that look like verbs, another language.</summary>
internal static class TokenAnnotator
{
    /// <summary>Words after a negation that it denies.</summary>
    private const int NegationReach = 3;

    /// <returns>How many tokens are left, and which of them is the target.</returns>
    public static (int Count, int Target) Make(
        ReadOnlySpan<char> sentence, Span<StanceToken> tokens, int target, StanceLexicon lexicon)
    {
        if (IsForeign(tokens))
            Forget(tokens);
        (var count, target) = Phrases(tokens, target, lexicon);
        Negations(tokens[..count]);
        Nouns(sentence, tokens[..count]);
        return (count, target);
    }

    /// <summary>A phrase of the lexicon becomes one token, so that "hit out at" stands where "slammed" would.</summary>
    /// <returns>How many tokens are left, and which of them is the target.</returns>
    private static (int Count, int Target) Phrases(Span<StanceToken> tokens, int target, StanceLexicon lexicon)
    {
        var kept = 0;
        var moved = target;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (i == target)
                moved = kept;
            var last = i;
            if (token.Is(LexiconClass.OpensPhrase))
            {
                var hash = token.Hash;
                for (var j = i + 1; j < tokens.Length && j < i + StanceLexicon.LongestPhrase && j != target; j++)
                {
                    hash = TextHash.Join(hash, tokens[j].Hash);
                    var classes = lexicon[hash] & ~LexiconClass.OpensPhrase;
                    if (classes != 0)
                        (last, token.Classes, token.Length) = (j, classes, tokens[j].Start + tokens[j].Length - token.Start);
                }
            }

            tokens[kept++] = token;
            i = last;
        }

        return (kept, moved);
    }

    /// <summary>More small words of other languages than of English: "die" is no death here.</summary>
    private static bool IsForeign(ReadOnlySpan<StanceToken> tokens)
    {
        const LexiconClass English =
            LexiconClass.Function | LexiconClass.Determiner | LexiconClass.Pronoun | LexiconClass.Be | LexiconClass.Modal;
        int foreign = 0, english = 0;
        foreach (var token in tokens)
        {
            foreign += token.Is(LexiconClass.Foreign) ? 1 : 0;
            english += token.Is(English) ? 1 : 0;
        }

        return foreign > english;
    }

    private static void Forget(Span<StanceToken> tokens)
    {
        foreach (ref var token in tokens)
            token.Classes = LexiconClass.None;
    }

    private static void Negations(Span<StanceToken> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(LexiconClass.Negator))
                continue;
            for (var j = i + 1; j < tokens.Length && j <= i + NegationReach && !tokens[j].Is(TokenTraits.Boundary); j++)
                tokens[j].Traits |= TokenTraits.Negated;
        }
    }

    /// <summary>What follows an article or a possessive, with or without an adjective between, is no verb.</summary>
    private static void Nouns(ReadOnlySpan<char> sentence, Span<StanceToken> tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(LexiconClass.Verbs) || sentence.Slice(tokens[i].Start, tokens[i].Length).EndsWith("ed"))
                continue;
            var adjective = i > 1 && tokens[i - 1].Is(LexiconClass.Content & ~LexiconClass.Verbs);
            if (tokens[adjective ? i - 2 : i - 1].Is(LexiconClass.Determiner))
                tokens[i].Traits |= TokenTraits.Nominal;
        }
    }
}

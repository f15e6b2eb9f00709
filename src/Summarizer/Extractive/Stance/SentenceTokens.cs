using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances;

/// <summary>Cuts a sentence into tokens, the target into one, and looks each up in the lexicon.</summary>
internal static class SentenceTokens
{
    /// <summary>Tokens kept of one sentence. Longer ones are read around the target only.</summary>
    public const int Most = 256;

    /// <summary>Characters read before and after the target.</summary>
    private const int Reach = 1200;

    public static readonly ulong TargetHash = TextHash.Compute("<target>");
    public static readonly ulong MentionHash = TextHash.Compute("<mention>");

    /// <returns>How many tokens were written, and which of them is the target.</returns>
    public static (int Count, int Target) Read(
        ReadOnlySpan<char> sentence, TextSpan target, StanceLexicon lexicon, Span<StanceToken> tokens)
    {
        var head = Head(sentence[target.Start..target.End]);
        var at = Math.Max(0, target.Start - Reach);
        var end = Math.Min(sentence.Length, target.End + Reach);
        int count = 0, found = -1;
        var quoted = false;
        while (at < end && count < tokens.Length)
        {
            if (at == target.Start && found < 0)
            {
                // Far into a long sentence the first tokens make room.
                if (count > Most / 2)
                {
                    tokens[(count - (Most / 2))..count].CopyTo(tokens);
                    count = Most / 2;
                }

                found = count;
                tokens[count++] = new StanceToken
                {
                    Hash = TargetHash,
                    Start = at,
                    Length = target.Length,
                    Traits = TokenTraits.Target | (quoted ? TokenTraits.Quoted : 0),
                };
                at = target.End;
                continue;
            }

            var limit = found < 0 ? target.Start : end;
            if (char.IsWhiteSpace(sentence[at]))
            {
                at++;
                continue;
            }

            var length = TokenLength.At(sentence[at..limit]);
            var word = sentence.Slice(at, length);
            var token = new StanceToken { Hash = TextHash.Compute(word), Start = at, Length = length };
            if (!char.IsLetterOrDigit(word[0]) && word[0] is not '\'' and not '\u2019')
                Punctuate(word[0], ref token, ref quoted);
            else if (char.IsUpper(word[0]) && head.Length > 2 && word.SequenceEqual(head))
                (token.Hash, token.Traits) = (MentionHash, TokenTraits.Mention);
            else
                Classify(word, lexicon, ref token);
            if (quoted)
                token.Traits |= TokenTraits.Quoted;

            if (found < 0 && count == tokens.Length - 1)
            {
                tokens[(Most / 2)..count].CopyTo(tokens);
                count -= Most / 2;
            }

            tokens[count++] = token;
            at += length;
        }

        return TokenAnnotator.Make(sentence, tokens[..count], found, lexicon);
    }

    private static void Punctuate(char c, ref StanceToken token, ref bool quoted)
    {
        token.Traits = TokenTraits.Punctuation;
        if (c is ',' or ';' or ':' or '(' or ')' or '[' or ']' or '-' or '\u2013' or '\u2014' or '.' or '?' or '!')
            token.Traits |= TokenTraits.Boundary;
        if (TextHash.Fold(c) == '"')
        {
            token.Traits |= TokenTraits.Boundary;
            quoted = c switch { '\u201C' or '\u201E' or '\u00AB' => true, '\u201D' or '\u00BB' => false, _ => !quoted };
        }
    }

    private static void Classify(ReadOnlySpan<char> word, StanceLexicon lexicon, ref StanceToken token)
    {
        token.Classes = lexicon[token.Hash];
        if (char.IsUpper(word[0]) && token.Classes == 0)
            token.Traits |= TokenTraits.Name;
        if (word.EndsWith("ed") || word.EndsWith("en") || word.EndsWith("wn") || (token.Is(LexiconClass.Verbs) && !word.EndsWith("s")))
            token.Traits |= TokenTraits.Participle;
    }

    /// <summary>The last word of a name, which stands for it later in the sentence.</summary>
    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> name)
    {
        name = name.TrimEnd();
        var start = name.Length;
        while (start > 0 && char.IsLetter(name[start - 1]))
            start--;
        return name[start..];
    }
}

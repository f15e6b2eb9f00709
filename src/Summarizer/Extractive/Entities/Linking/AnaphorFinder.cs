using Summarizer.Extractive.Syntax;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Linking;

/// <summary>Finds the pronouns and definite descriptions of an English text, in their order.</summary>
internal static class AnaphorFinder
{
    /// <summary>Words from a determiner to its noun, that noun included.</summary>
    private const int LongestDescription = 5;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<Anaphor> Find(LinkText text, CancellationToken cancellationToken)
    {
        var found = new List<Anaphor>();
        var pace = new CancellationPace(cancellationToken);
        for (var s = 0; s < text.Read.Sentences.Count; s++)
        {
            var (first, end) = text.Read.TokensOf(s);
            for (var i = first; i < end; i++)
            {
                pace.Step();
                var word = text[i];
                if (word.Pronoun.Number == 0 && word.Determiner == Determiner.None)
                    continue;
                if (text.TargetAt(i) is not null || text.Read.Tokens[i].Shape == TokenShape.Upper)
                    continue;
                if (word.Pronoun.Number > 0)
                    found.Add(Pronoun(text, word.Pronoun, s, i, first, end));
                if (word.Determiner != Determiner.None && Head(text, i, first, end) is { } head)
                    found.Add(Description(text, s, i, head, first, end));
            }
        }

        return found;
    }

    private static Anaphor Pronoun(LinkText text, ListedPronoun pronoun, int sentence, int token, int first, int end)
    {
        var span = text.Read.Tokens[token].Span;
        var apostrophe = span.SliceOf(text.Read.Text).IndexOfAny('\'', '’');
        return new Anaphor(apostrophe > 0 ? span with { End = span.Start + apostrophe } : span, sentence, token, pronoun.Class)
        {
            First = first,
            Form = pronoun.Form,
            Gender = pronoun.Gender,
            Word = pronoun.Number,
            Following = After(text, token, end),
            IsQuoted = text.IsQuoted(token),
        };
    }

    private static Anaphor Description(LinkText text, int sentence, int from, int head, int first, int end)
    {
        var noun = text.NounAt(head);
        var behind = text.Read.Tokens[head].Span.End;
        var possessive = text.AfterPossessive(behind);
        return new Anaphor(new TextSpan(text.Read.Tokens[from].Start, possessive), sentence, from, AnaphorClass.Noun)
        {
            First = first,
            Gender = noun.Kind == NounKind.Man ? Gender.Masculine : noun.Kind == NounKind.Woman ? Gender.Feminine : Gender.Unknown,
            Word = noun.Noun,
            Kind = noun.Kind,
            Determiner = text[from].Determiner,
            Modifiers = head - from - 1,
            Following = possessive > behind ? Following.Possessive : After(text, head, end),
            IsQuoted = text.IsQuoted(from),
        };
    }

    /// <summary>The listed noun that a determiner belongs to; null when there is none, or when a name stands within or behind it.</summary>
    private static int? Head(LinkText text, int determiner, int first, int end)
    {
        int? head = null;
        for (var i = determiner + 1; i < Math.Min(end, determiner + 1 + LongestDescription) && text.IsNextAdjacent(i - 1); i++)
        {
            if (text.TargetAt(i) is not null)
                return null;
            var word = text[i];
            if (word.Role != WordRole.None || word.Pronoun.Number > 0 || word.Determiner != Determiner.None)
                break;
            if (text.NounAt(i).Noun > 0)
            {
                head = i;
            }
            else if (head is not null)
            {
                if (text.Tag(i, first, end) is PartOfSpeech.Noun or PartOfSpeech.ProperNoun)
                    return null;
                break;
            }
        }

        return head is { } at && !IsRelative(text, determiner, at) && AreModifiers(text, determiner + 1, at, first, end) ? head : null;
    }

    /// <summary>"His father", "our colleague": somebody else than the one spoken of.</summary>
    private static bool IsRelative(LinkText text, int determiner, int head)
        => text[determiner].Determiner is Determiner.OfSpeakers or Determiner.OfOthers
            && text.NounAt(head).Kind is NounKind.Person or NounKind.Man or NounKind.Woman;

    private static bool AreModifiers(LinkText text, int from, int to, int first, int end)
    {
        for (var i = from; i < to; i++)
        {
            if (text.Tag(i, first, end) is not (PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun
                or PartOfSpeech.Numeral or PartOfSpeech.Verb or PartOfSpeech.Adverb))
                return false;
        }

        return true;
    }

    private static Following After(LinkText text, int token, int end)
    {
        if (token + 1 >= end || !text.IsNextAdjacent(token))
            return Following.Mark;
        return text[token + 1].Role switch
        {
            WordRole.Of => Following.Of,
            WordRole.Relative => Following.Relative,
            WordRole.Preposition => Following.Preposition,
            WordRole.Auxiliary or WordRole.Copula => Following.Auxiliary,
            _ => Following.Word,
        };
    }
}

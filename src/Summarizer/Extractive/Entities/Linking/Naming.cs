using Summarizer.Extractive.Syntax;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Linking;

/// <summary>A mention of a target that the linker meets on its way.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="Target">Whom it names.</param>
/// <param name="Kind">How.</param>
/// <param name="Token">Its first token.</param>
internal readonly record struct Naming(TextSpan Span, int Sentence, int Target, MentionKind Kind, int Token)
{
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<Naming> InOrder(LinkText text, List<Target> targets, CancellationToken cancellationToken)
    {
        var namings = new List<Naming>();
        var pace = new CancellationPace(cancellationToken);
        for (var t = 0; t < targets.Count; t++)
        {
            foreach (var mention in targets[t].Mentions)
            {
                pace.Step();
                var token = text.Read.TokenAt(mention.Span.Start);
                if (!mention.IsAdjective && token < text.Read.Tokens.Count)
                    namings.Add(new Naming(mention.Span, mention.Sentence, t, MentionKind.Name, token));
            }
        }

        namings.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start) is var order and not 0 ? order : a.Target.CompareTo(b.Target));
        return namings;
    }

    public static Naming From(LinkText text, int target, LinkedMention mention) => new(
        mention.Span,
        mention.Sentence,
        target,
        mention.Kind == LinkKind.Noun ? MentionKind.Noun : MentionKind.Pronoun,
        text.Read.TokenAt(mention.Span.Start));

    /// <summary>What it does in its sentence.</summary>
    public MentionRole RoleIn(LinkText text)
    {
        var (first, end) = text.Read.TokensOf(Sentence);
        if (text.AfterPossessive(Span.End) > Span.End)
            return MentionRole.Possessive;
        if (Token == first || (Token == first + 1 && (text[first].Determiner != Determiner.None || text[first].Title != Gender.Unknown)))
            return MentionRole.Opening;
        var before = Token - 1;
        if (before >= first && text[before].Determiner != Determiner.None)
            before--;
        var role = before >= first && text.IsNextAdjacent(before) ? text[before].Role : WordRole.None;
        switch (role)
        {
            case WordRole.Of:
                return MentionRole.AfterOf;
            case WordRole.Preposition:
                return MentionRole.AfterPreposition;
            case WordRole.Joint:
                return MentionRole.Joined;
        }

        var behind = Token;
        while (behind < end && text.Read.Tokens[behind].Start < Span.End)
            behind++;
        return behind < end && text.IsNextAdjacent(behind - 1)
            && text.Tag(behind, first, end) is PartOfSpeech.Verb or PartOfSpeech.Auxiliary
            ? MentionRole.Subject : MentionRole.Other;
    }
}

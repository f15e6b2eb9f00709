using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Words;

/// <summary>
/// Tells by the side of the verb, and by passives, whether the target does something or has it done to it. German, whose
/// verb stands second or last, is told by who comes first in the clause.
/// </summary>
internal sealed class RoleFinder(MarkedSentence sentence, bool isGerman)
{
    /// <summary>Tokens between an auxiliary and its participle.</summary>
    private const int AuxiliaryReach = 4;

    /// <summary>Tokens between a preposition and the name it belongs to: "par le très respecté".</summary>
    private const int PrepositionReach = 3;

    /// <summary>The clause in which the target itself praises or blames somebody, whom its words then are about; -1 for none.</summary>
    public int JudgingClause()
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (sentence[i].Class is WordClass.Commend or WordClass.Assail && Of(i) == TargetRole.Subject)
                return sentence.Clause(i);
        }

        return -1;
    }

    public TargetRole Of(int verb)
    {
        var isBefore = sentence.Last < verb;
        if (sentence[verb].Is(WordTraits.Participle) && IsPassive(verb))
        {
            return HasBefore(sentence.First, WordTraits.Agents) && (isGerman || !isBefore) ? TargetRole.Subject
                : isBefore || isGerman || sentence.First - verb <= PrepositionReach ? TargetRole.Object : TargetRole.Neither;
        }

        return isGerman ? InGerman(verb, isBefore) : isBefore && !IsRelativeObject(verb) ? TargetRole.Subject : TargetRole.Object;
    }

    /// <summary>Whether one of the few tokens before has a trait, in the same clause.</summary>
    private bool HasBefore(int token, WordTraits trait)
    {
        for (var i = token - 1; i >= Math.Max(sentence.Start, token - PrepositionReach); i--)
        {
            if (sentence.Clause(i) != sentence.Clause(token) || sentence[i].IsVerb)
                return false;
            if (sentence[i].Is(trait))
                return true;
        }

        return false;
    }

    private bool IsPassive(int participle)
    {
        var (passive, perfect) = (false, false);
        var reach = isGerman ? int.MaxValue : AuxiliaryReach;
        var clause = sentence.Clause(participle);
        for (var i = participle - 1; i >= sentence.Start && participle - i <= reach && sentence.Clause(i) == clause; i--)
            Read(i);
        for (var i = participle + 1; isGerman && i < sentence.End && sentence.Clause(i) == clause; i++)
            Read(i);
        return passive || (!perfect && !isGerman);

        void Read(int i)
        {
            passive |= sentence[i].Is(WordTraits.Passive);
            perfect |= sentence[i].Is(WordTraits.Perfect);
        }
    }

    /// <summary>"X, que Y a trahi".</summary>
    private bool IsRelativeObject(int verb)
    {
        var next = sentence.Last + 1;
        if (next >= verb || sentence.Word(next) is not ("que" or "qu" or "che"))
            return false;
        for (var i = next + 1; i < verb; i++)
        {
            if (sentence.IsName(i))
                return true;
        }

        return false;
    }

    private TargetRole InGerman(int verb, bool isBefore)
    {
        if (sentence.Clause(sentence.First) != sentence.Clause(verb))
        {
            var next = sentence.Last + 1;
            return !isBefore || (next < verb && sentence[next].Is(WordTraits.Objects)) ? TargetRole.Object : TargetRole.Subject;
        }

        if (HasBefore(sentence.First, WordTraits.Objects))
            return TargetRole.Object;
        for (var i = sentence.First - 1; i >= sentence.Start && sentence.Clause(i) == sentence.Clause(sentence.First); i--)
        {
            if ((i < sentence.First - 1 && sentence.MayBeNoun(i) && !HasBefore(i, WordTraits.Prepositions)) || IsPronoun(i))
                return TargetRole.Object;
        }

        return TargetRole.Subject;
    }

    private bool IsPronoun(int token) => sentence.Word(token) is "er" or "sie" or "wir" or "ich" or "man" or "wer" or "niemand"
        or "Er" or "Sie" or "Wir" or "Ich" or "Man" or "Wer" or "Niemand";
}

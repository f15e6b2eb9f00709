namespace Summarizer.Extractive.Entities.Linking;

/// <summary>What a link between an anaphor and a candidate is judged by.</summary>
/// <param name="text">The article.</param>
/// <param name="speech">Who speaks where.</param>
internal sealed class PairFeatures(LinkText text, SpeechState speech)
{
    /// <summary>What an anaphor's candidates have in common.</summary>
    /// <param name="Rivals">Of the fitting type and gender, met in this sentence or the two before.</param>
    /// <param name="HasTie">Whether the noun is tied to any.</param>
    public readonly record struct Shared(int Rivals, bool HasTie, int Nearest, int Persons);

    /// <summary>Adds the features of a link to a candidate.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="anaphor">What is linked.</param>
    /// <param name="candidate">To whom.</param>
    /// <param name="rank">How many fitting candidates were met later.</param>
    /// <param name="shared">Of all candidates.</param>
    public void Add(LinkFeatures to, in Anaphor anaphor, Candidate candidate, int rank, Shared shared)
    {
        var distance = candidate.LastSentence < 0 ? 1000 : anaphor.Sentence - candidate.LastSentence;
        var near = Math.Min(distance, 3);
        to.Add(LinkFeature.Type, (int)candidate.Type);
        to.Add(LinkFeature.Distance, Bucket(distance));
        to.Add(LinkFeature.DistanceByKind, (near * 3) + (int)candidate.LastKind);
        to.Add(LinkFeature.Rank, rank);
        to.Add(LinkFeature.RankByDistance, (Math.Min(rank, 2) * 4) + near);
        to.Add(LinkFeature.Role, ((int)candidate.LastRole * 3) + Math.Min(distance, 2));
        to.Add(LinkFeature.RoleByForm, ((((int)candidate.LastRole * 4) + (int)anaphor.Form) * 2) + (distance == 0 ? 1 : 0));
        to.Add(LinkFeature.Seen, candidate.Seen switch { < 4 => candidate.Seen, < 10 => 4, _ => 5 });
        to.Add(LinkFeature.Prominence, candidate.Prominence);
        to.Add(LinkFeature.ProminenceByDistance, (Math.Min(candidate.Prominence, 4) * 4) + near);
        to.Add(LinkFeature.InTitle, candidate.InTitle ? 1 : 0);
        to.Add(LinkFeature.Quoted, (anaphor.IsQuoted ? 2 : 0) + (candidate.WasQuoted ? 1 : 0));
        to.Add(LinkFeature.Block, (BlockDistance(anaphor, candidate) * 2) + (IsFirstOfBlock(anaphor.Sentence) ? 1 : 0));
        to.Add(LinkFeature.Opening,
            (anaphor.Token == anaphor.First ? 4 : 0) + (candidate.LastRole == MentionRole.Opening ? 2 : 0) + (distance == 1 ? 1 : 0));
        to.Add(LinkFeature.Gap, distance > 0 ? 0 : GapBucket(anaphor.Token - candidate.LastToken));
        to.Add(LinkFeature.IsFirst, candidate.Number == speech.FirstNamed ? 1 : 0);
        to.Add(LinkFeature.Rivals, (Math.Min(shared.Rivals, 3) * 2) + (rank > 0 ? 1 : 0));
        to.Add(LinkFeature.Continuity, speech.ContinuityOf(anaphor, candidate.Number));
        to.Add(LinkFeature.Speaker, speech.SpeakingOf(anaphor.Sentence, candidate.Number) + (anaphor.IsQuoted ? 4 : 0));
        if (anaphor.Gender != Gender.Unknown)
        {
            var gender = Agreement(anaphor.Gender, candidate.Masculinity);
            to.Add(LinkFeature.Gender, gender);
            to.Add(LinkFeature.GenderByRivals, (gender * 4) + Math.Min(shared.Rivals, 3));
        }

        if (anaphor.IsDescription)
            AddDescription(to, anaphor, candidate, near, shared);
        else if (anaphor.IsOfSpeaker)
            speech.Add(to, anaphor, candidate);
    }

    /// <summary>Adds the features of a link to none.</summary>
    public void AddNone(LinkFeatures to, in Anaphor anaphor, int candidates, Shared shared)
    {
        to.Add(LinkFeature.NoneBias, 0);
        to.Add(LinkFeature.NoneFollowing, (int)anaphor.Following);
        to.Add(LinkFeature.NoneCandidates, candidates);
        to.Add(LinkFeature.NoneNearest, Bucket(shared.Nearest));
        to.Add(LinkFeature.NoneQuoted, anaphor.IsQuoted ? 1 : 0);
        to.Add(LinkFeature.NoneDensity, (speech.Density * 2) + (anaphor.IsQuoted ? 1 : 0));
        to.Add(LinkFeature.NoneOpening, anaphor.Token == anaphor.First ? 1 : 0);
        to.Add(LinkFeature.NonePersons, shared.Persons);
        to.Add(LinkFeature.NoneSpeaker, (speech.SpeakerOf(anaphor.Sentence) is null ? 0 : 1) + (anaphor.IsQuoted ? 2 : 0));
        if (!anaphor.IsDescription)
        {
            to.Add(LinkFeature.NoneWord, anaphor.Word);
            return;
        }

        to.Add(LinkFeature.NoneNoun, anaphor.Word);
        to.Add(LinkFeature.NoneModifiers, anaphor.Modifiers);
        to.Add(LinkFeature.NoneDeterminer, (int)anaphor.Determiner);
        to.Add(LinkFeature.NoneTie, shared.HasTie ? 1 : 0);
    }

    private static void AddDescription(LinkFeatures to, in Anaphor anaphor, Candidate candidate, int near, Shared shared)
    {
        var tie = (int)candidate.TieTo(anaphor.Word);
        to.Add(LinkFeature.KindAndType, ((int)anaphor.Kind * 5) + (candidate.IsCountry ? 4 : (int)candidate.Type));
        to.Add(LinkFeature.KindByProminence, ((int)anaphor.Kind * 5) + Math.Min(candidate.Prominence, 4));
        to.Add(LinkFeature.DeterminerByProminence,
            ((((int)anaphor.Determiner * 3) + Math.Min(candidate.Prominence, 2)) * 2) + (anaphor.Modifiers > 0 ? 1 : 0));
        to.Add(LinkFeature.Tie, tie);
        to.Add(LinkFeature.TieByRival, (tie * 2) + (shared.HasTie ? 1 : 0));
        to.Add(LinkFeature.TieByType, (tie * 4) + (int)candidate.Type);
        to.Add(LinkFeature.DeterminerByDistance, ((int)anaphor.Determiner * 4) + near);
        to.Add(LinkFeature.ModifiersByTie, (Math.Min(anaphor.Modifiers, 2) * 5) + tie);
        to.Add(LinkFeature.FollowingByTie, ((int)anaphor.Following * 5) + tie);
    }

    private static int Bucket(int distance) => distance switch { < 4 => distance, < 6 => 4, < 11 => 5, < 21 => 6, < 1000 => 7, _ => 8 };

    private static int GapBucket(int tokens) => tokens switch { < 4 => 1, < 9 => 2, < 16 => 3, < 31 => 4, _ => 5 };

    /// <summary>0 when nothing is known, 1 and 2 for what agrees, 3 and 4 for what does not.</summary>
    private static int Agreement(Gender gender, int masculinity)
    {
        var agreement = gender == Gender.Masculine ? masculinity : -masculinity;
        return agreement switch { > 1 => 2, 1 => 1, 0 => 0, -1 => 3, _ => 4 };
    }

    private int BlockDistance(in Anaphor anaphor, Candidate candidate)
        => candidate.LastSentence < 0 ? 2
            : Math.Min(2, text.Read.Sentences[anaphor.Sentence].Block - text.Read.Sentences[candidate.LastSentence].Block);

    private bool IsFirstOfBlock(int sentence)
        => sentence == 0 || text.Read.Sentences[sentence].Block != text.Read.Sentences[sentence - 1].Block;
}

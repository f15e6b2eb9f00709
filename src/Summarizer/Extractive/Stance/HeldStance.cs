using Summarizer.Extractive.Entities;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances;

/// <summary>
/// Which of the stances that sentences seem to give a quoted speaker are said at all. Most statements in the news inform,
/// and take no side of those they name.
/// </summary>
internal static class HeldStance
{
    /// <summary>
    /// The least probability of a stance in one sentence, 0 to 1: in the speaker's own words, in the author's, and in a
    /// language where words are counted only. Of 258 claims read on English news, those above the first two were right
    /// six times in ten, the others one time in three.
    /// </summary>
    private const double Quoted = 0.8, Reported = 0.9, Counted = 0.55;

    private static readonly WordSet Outlets = WordListFile.Open("Extractive/Stance/outlets.txt").Set("words");

    /// <summary>A place says nothing, and a newspaper or a platform mostly carries what others say.</summary>
    public static bool MayHold(Target holder)
    {
        if (holder.Type is TargetType.Place or TargetType.Topic)
            return false;
        if (holder.Type == TargetType.Person)
            return true;
        foreach (var word in holder.Name.AsSpan().Split(' '))
        {
            if (Outlets.Contains(holder.Name.AsSpan()[word]))
                return false;
        }

        return true;
    }

    public static bool IsClear(StanceAggregate sum, bool trained)
        => sum.Stance is Stance.Favor or Stance.Against && sum.Strongest >= (!trained ? Counted : sum.HasQuotation ? Quoted : Reported);

    /// <summary>0 to 1; as measured on the claims above.</summary>
    public static double ConfidenceOf(StanceAggregate sum) => Math.Clamp(0.55 + ((sum.Strongest - 0.8) * 0.5), 0.45, 0.65);
}

using System.Numerics;

namespace Summarizer.Extractive.Stances.Lexicon;

/// <summary>A first guess, per class, at what it says about its subject and its object: -1 against, 1 in favour.</summary>
internal static class Polarity
{
    /// <summary>By the bit of the class.</summary>
    private static readonly (float Subject, float Object)[] ByClass = Table(
        (LexiconClass.Assail, -0.3f, -1),
        (LexiconClass.Accuse, -0.3f, -1),
        (LexiconClass.Oppose, -0.1f, -0.8f),
        (LexiconClass.Punish, 0, -0.8f),
        (LexiconClass.Harm, -1, 0.1f),
        (LexiconClass.Praise, 0.2f, 1),
        (LexiconClass.Back, 0.2f, 0.9f),
        (LexiconClass.Reward, 0.2f, 0.8f),
        (LexiconClass.Help, 0.9f, 0.3f),
        (LexiconClass.Defeat, 0.6f, -0.5f),
        (LexiconClass.Deceive, -1, 0),
        (LexiconClass.Fail, -0.7f, 0),
        (LexiconClass.Bluster, -0.8f, 0),
        (LexiconClass.Concede, -0.3f, 0),
        (LexiconClass.Achieve, 0.7f, 0.2f),
        (LexiconClass.Hope, 0.2f, 0),
        (LexiconClass.Warn, -0.1f, -0.2f),
        (LexiconClass.Say, 0, 0),
        (LexiconClass.Move, 0, 0),
        (LexiconClass.Vice, -1, -1),
        (LexiconClass.Villain, -1, -1),
        (LexiconClass.Virtue, 1, 1),
        (LexiconClass.Hero, 0.8f, 0.8f),
        (LexiconClass.Scandal, -0.8f, -0.8f),
        (LexiconClass.Crime, -0.5f, -0.4f),
        (LexiconClass.Calamity, -0.4f, -0.3f),
        (LexiconClass.Boon, 0.6f, 0.6f),
        (LexiconClass.Strength, 0.6f, 0.6f),
        (LexiconClass.Weakness, -0.8f, -0.8f),
        (LexiconClass.Anger, -0.4f, -0.4f),
        (LexiconClass.Joy, 0.4f, 0.4f),
        (LexiconClass.Office, 0, 0),
        (LexiconClass.Disgrace, -1, -1));

    /// <param name="of">One class.</param>
    /// <param name="isSubject">It is said of the subject.</param>
    /// <param name="nominal">A verb used as a noun takes sides less clearly.</param>
    public static float Compute(LexiconClass of, bool isSubject, bool nominal)
    {
        var (subject, @object) = ByClass[BitOperations.TrailingZeroCount((ulong)of)];
        return nominal && (of & LexiconClass.Verbs) != 0 ? (subject + @object) / 3 : isSubject ? subject : @object;
    }

    private static (float Subject, float Object)[] Table(params ReadOnlySpan<(LexiconClass Of, float Subject, float Object)> rows)
    {
        var table = new (float Subject, float Object)[BitOperations.PopCount((ulong)LexiconClass.Content)];
        foreach (var (of, subject, @object) in rows)
            table[BitOperations.TrailingZeroCount((ulong)of)] = (subject, @object);
        return table;
    }
}

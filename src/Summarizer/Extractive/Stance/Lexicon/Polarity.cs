namespace Summarizer.Extractive.Stances.Lexicon;

/// <summary>A first guess, per class, at what it says about its subject and its object: -1 against, 1 in favour.</summary>
internal static class Polarity
{
    /// <summary>The classes before this one are verbs.</summary>
    private const int NominalFrom = 19;

    private static readonly (float Subject, float Object)[] Classes =
    [
        (-0.3f, -1), (-0.3f, -1), (-0.1f, -0.8f), (0, -0.8f), (-1, 0.1f), (0.2f, 1), (0.2f, 0.9f), (0.2f, 0.8f), (0.9f, 0.3f), (0.6f, -0.5f),
        (-1, 0), (-0.7f, 0), (-0.8f, 0), (-0.3f, 0), (0.7f, 0.2f), (0.2f, 0), (-0.1f, -0.2f), (0, 0), (0, 0),
        (-1, -1), (-1, -1), (1, 1), (0.8f, 0.8f), (-0.8f, -0.8f), (-0.5f, -0.4f), (-0.4f, -0.3f), (0.6f, 0.6f), (0.6f, 0.6f), (-0.8f, -0.8f),
        (-0.4f, -0.4f), (0.4f, 0.4f), (0, 0), (-1, -1),
    ];

    /// <param name="index">The bit of the class.</param>
    /// <param name="isSubject">It is said of the subject.</param>
    /// <param name="nominal">A verb used as a noun takes sides less clearly.</param>
    public static float Of(int index, bool isSubject, bool nominal)
        => nominal && index < NominalFrom ? (Classes[index].Subject + Classes[index].Object) / 3
            : isSubject ? Classes[index].Subject : Classes[index].Object;
}

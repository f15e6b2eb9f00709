namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>What a token is to a name: outside of any, its first, or one of the others. The numbers are part of trained weights.</summary>
internal static class NameLabel
{
    public const int Outside = 0;

    /// <summary>Outside, and two labels for each type.</summary>
    public const int Count = 1 + (2 * Types);

    /// <summary>Person, organisation and place.</summary>
    private const int Types = 3;

    public static int First(TargetType type) => 1 + (2 * Number(type));

    public static int Inside(TargetType type) => 2 + (2 * Number(type));

    public static bool IsInside(int label) => label != Outside && label % 2 == 0;

    /// <summary>Null outside of a name.</summary>
    public static TargetType? TypeOf(int label) => label switch
    {
        1 or 2 => TargetType.Person,
        3 or 4 => TargetType.Organization,
        5 or 6 => TargetType.Place,
        _ => null,
    };

    /// <summary>A name goes on only behind its own beginning.</summary>
    public static bool MayFollow(int label, int before) => !IsInside(label) || before == label || before == label - 1;

    private static int Number(TargetType type) => type switch
    {
        TargetType.Person => 0,
        TargetType.Organization => 1,
        TargetType.Place => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The recogniser knows names of persons, organisations and places."),
    };
}

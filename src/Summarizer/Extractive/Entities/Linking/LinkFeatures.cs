namespace Summarizer.Extractive.Entities.Linking;

/// <summary>
/// What speaks for or against a link, one value each; the weights stand under these names. Those of <c>None…</c> speak for a
/// link to no target at all.
/// </summary>
internal enum LinkFeature : byte
{
    Type,
    Distance,
    DistanceByKind,
    Rank,
    RankByDistance,
    Role,
    RoleByForm,
    Seen,
    Prominence,
    ProminenceByDistance,
    InTitle,
    Gender,
    GenderByRivals,
    Rivals,
    Quoted,
    Block,
    Opening,
    Gap,
    Speaker,
    Continuity,
    IsFirst,
    KindAndType,
    KindByProminence,
    DeterminerByProminence,
    Tie,
    TieByRival,
    TieByType,
    DeterminerByDistance,
    ModifiersByTie,
    FollowingByTie,
    Turn,
    EarlierTurn,
    Label,
    Question,
    MainByDensity,
    NamedHere,
    TitleWord,
    NoneBias,
    NoneWord,
    NoneFollowing,
    NoneCandidates,
    NoneNearest,
    NoneQuoted,
    NoneDensity,
    NoneNoun,
    NoneModifiers,
    NoneDeterminer,
    NoneTie,
    NoneOpening,
    NonePersons,
    NoneSpeaker,
}

/// <summary>The features of one choice, as numbers: each feature's values follow those of the feature before.</summary>
internal sealed class LinkFeatures
{
    private static readonly int[] Sizes = Enum.GetValues<LinkFeature>().Select(SizeOf).ToArray();

    private static readonly int[] Offsets = [.. Sizes.Select((_, f) => Sizes.Take(f).Sum())];

    private int[] numbers = new int[64];

    /// <summary>How many numbers there are.</summary>
    public static int Size { get; } = Sizes.Sum();

    public int Count { get; private set; }

    public ReadOnlySpan<int> Numbers => numbers.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(LinkFeature feature, int value)
    {
        if (Count == numbers.Length)
            Array.Resize(ref numbers, Count * 2);
        numbers[Count++] = Offsets[(int)feature] + Math.Clamp(value, 0, Sizes[(int)feature] - 1);
    }

    /// <summary>The numbers of a feature's values: the first one, and how many.</summary>
    public static (int First, int Count) RangeOf(LinkFeature feature) => (Offsets[(int)feature], Sizes[(int)feature]);

    private static int SizeOf(LinkFeature feature) => feature switch
    {
        LinkFeature.Type => 4,
        LinkFeature.Distance => 9,
        LinkFeature.DistanceByKind => 12,
        LinkFeature.Rank => 6,
        LinkFeature.RankByDistance => 12,
        LinkFeature.Role => 21,
        LinkFeature.RoleByForm => 56,
        LinkFeature.Seen => 6,
        LinkFeature.Prominence => 5,
        LinkFeature.ProminenceByDistance => 20,
        LinkFeature.InTitle => 2,
        LinkFeature.Gender => 5,
        LinkFeature.GenderByRivals => 20,
        LinkFeature.Rivals => 8,
        LinkFeature.Quoted => 5,
        LinkFeature.Block => 6,
        LinkFeature.Opening => 8,
        LinkFeature.Gap => 6,
        LinkFeature.Speaker => 8,
        LinkFeature.Continuity => 8,
        LinkFeature.IsFirst => 2,
        LinkFeature.KindAndType => 50,
        LinkFeature.KindByProminence => 50,
        LinkFeature.DeterminerByProminence => 36,
        LinkFeature.Tie => 5,
        LinkFeature.TieByRival => 10,
        LinkFeature.TieByType => 20,
        LinkFeature.DeterminerByDistance => 24,
        LinkFeature.ModifiersByTie => 15,
        LinkFeature.FollowingByTie => 35,
        LinkFeature.Turn => 3,
        LinkFeature.EarlierTurn => 3,
        LinkFeature.Label => 2,
        LinkFeature.Question => 12,
        LinkFeature.MainByDensity => 20,
        LinkFeature.NamedHere => 8,
        LinkFeature.TitleWord => 4,
        LinkFeature.NoneBias => 1,
        LinkFeature.NoneWord => LinkLexicon.Pronouns + 1,
        LinkFeature.NoneFollowing => 7,
        LinkFeature.NoneCandidates => 5,
        LinkFeature.NoneNearest => 9,
        LinkFeature.NoneQuoted => 2,
        LinkFeature.NoneDensity => 8,
        LinkFeature.NoneNoun => LinkLexicon.Nouns + 1,
        LinkFeature.NoneModifiers => 3,
        LinkFeature.NoneDeterminer => 6,
        LinkFeature.NoneTie => 2,
        LinkFeature.NoneOpening => 2,
        LinkFeature.NonePersons => 4,
        LinkFeature.NoneSpeaker => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(feature)),
    };
}

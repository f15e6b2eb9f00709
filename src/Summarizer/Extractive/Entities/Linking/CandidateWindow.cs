namespace Summarizer.Extractive.Entities.Linking;

/// <summary>The targets met last, so that a crowd of names costs each anaphor no more than a few of them.</summary>
internal sealed class CandidateWindow
{
    /// <summary>Targets of a type that are remembered.</summary>
    private const int Size = 6;

    private readonly int[][] recent = [.. Enum.GetValues<TargetType>().Select(_ => new int[Size])];

    private readonly int[] counts = new int[Enum.GetValues<TargetType>().Length];

    /// <summary>By noun, one more than the numbers of the two targets last tied to it; 0 for none.</summary>
    private readonly (int Last, int Before)[] tied = new (int, int)[LinkLexicon.Nouns + 1];

    /// <summary>The targets of a type, last met first.</summary>
    public ReadOnlySpan<int> Recent(TargetType type, int most) => recent[(int)type].AsSpan(0, Math.Min(most, counts[(int)type]));

    public (int? Last, int? Before) TiedTo(int noun)
        => (tied[noun].Last == 0 ? null : tied[noun].Last - 1, tied[noun].Before == 0 ? null : tied[noun].Before - 1);

    public void Touch(int target, TargetType type)
    {
        var its = recent[(int)type];
        ref var count = ref counts[(int)type];
        var at = its.AsSpan(0, count).IndexOf(target);
        if (at < 0)
            at = count < Size ? count++ : Size - 1;
        its.AsSpan(0, at).CopyTo(its.AsSpan(1));
        its[0] = target;
    }

    public void Tie(int noun, int target)
    {
        if (tied[noun].Last != target + 1)
            tied[noun] = (target + 1, tied[noun].Last);
    }
}

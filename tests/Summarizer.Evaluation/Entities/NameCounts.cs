using System.Globalization;

namespace Summarizer.Evaluation.Entities;

/// <summary>Names found and missed, with and without regard to their types.</summary>
internal sealed class NameCounts
{
    public const string Header = "                      names   spans F1   typed P     typed R    typed F1";

    private int gold;
    private int said;
    private int spans;
    private int typed;

    /// <summary>Counts the names of one text; a name is right when its span is exactly that of a known one.</summary>
    public void Add(IReadOnlyCollection<(TextSpan Span, string Type)> known, IReadOnlyCollection<(TextSpan Span, string Type)> found)
    {
        var types = known.ToHashSet();
        var places = known.Select(k => k.Span).ToHashSet();
        gold += types.Count;
        said += found.Count;
        typed += found.Count(types.Contains);
        spans += found.Count(f => places.Contains(f.Span));
    }

    /// <summary>A line under <see cref="Header"/>.</summary>
    public string Row(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-19}{gold,8}{Share(2 * spans, gold + said),11:0.000}{Share(typed, said),10:0.000}{Share(typed, gold),12:0.000}"
            + $"{Share(2 * typed, gold + said),12:0.000}");

    private static double Share(int part, int whole) => (double)part / Math.Max(1, whole);
}

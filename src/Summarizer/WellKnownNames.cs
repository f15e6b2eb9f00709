using Summarizer.Text;

namespace Summarizer;

/// <summary>What goes by several names everywhere, so that no article needs to say so: countries and a few bodies and places.</summary>
/// <param name="Type">What all of them are.</param>
/// <param name="Names">The one to show first, then the others.</param>
/// <param name="Demonyms">A country's adjectives and inhabitants, written with a capital.</param>
public sealed record WellKnownNames(TargetType Type, IReadOnlyList<string> Names, IReadOnlyList<string> Demonyms)
{
    /// <summary>A form this short is an acronym, or it means too many things once accents are folded away: Irã is not the IRA.</summary>
    private const int ShortForm = 3;

    /// <summary>In the order of the lists.</summary>
    public static IReadOnlyList<WellKnownNames> All { get; } = [.. Read()];

    private const string Lists = "Extractive/Entities/Lists/";

    private static IEnumerable<WellKnownNames> Read()
    {
        foreach (var line in WordListFile.Open(Lists + "countries.txt").Lines())
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var names = bar < 0 ? line : line[..bar];
            // Adjectives in small letters never name a target; capitalised at the head of another name they would mislead.
            yield return new WellKnownNames(
                TargetType.Place, Forms(names), [.. Forms(bar < 0 ? "" : line[(bar + 1)..]).Where(f => char.IsUpper(f[0]))]);
        }

        var doubles = WordListFile.Open(Lists + "doubles.txt");
        foreach (var (section, type) in new[] { ("organization", TargetType.Organization), ("place", TargetType.Place) })
        {
            foreach (var line in doubles.Lines(section))
                yield return new WellKnownNames(type, Forms(line), []);
        }
    }

    private static string[] Forms(string forms) =>
    [
        .. forms.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(f => f.Length > ShortForm || f.All(c => char.IsUpper(c) || c == '.')),
    ];
}

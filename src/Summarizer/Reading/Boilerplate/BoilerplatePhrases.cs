using Summarizer.Text;

namespace Summarizer.Reading.BoilerplateRemoval;

/// <summary>How publishers speak about themselves, in lower case with straight apostrophes.</summary>
/// <param name="Lines">Whole lines.</param>
/// <param name="Openings">What opens a short notice.</param>
/// <param name="Signs">What several of make a notice, or one of outside the body.</param>
internal sealed record PhraseSet(BoilerplateReason Reason, string[] Lines, string[] Openings, string[] Signs);

/// <summary>The phrases of all languages that there is a file for, in the order in which they decide.</summary>
internal static class BoilerplatePhrases
{
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "pt"];

    public static IReadOnlyList<PhraseSet> All { get; } = [.. Languages.SelectMany(Read)];

    private static IEnumerable<PhraseSet> Read(string language)
    {
        var file = WordListFile.Open($"Reading/Boilerplate/Phrases/{language}.txt");
        foreach (var reason in file.Sections.Select(s => s[..s.IndexOf(' ', StringComparison.Ordinal)]).Distinct())
        {
            yield return new PhraseSet(
                Enum.Parse<BoilerplateReason>(reason, ignoreCase: true),
                [.. file.Phrases(reason + " lines")],
                [.. file.Phrases(reason + " openings")],
                [.. file.Phrases(reason + " signs")]);
        }
    }
}

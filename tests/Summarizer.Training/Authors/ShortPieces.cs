using System.Text.Json;

namespace Summarizer.Training.Authors;

/// <summary>A short piece of this project's own, with its author's stances.</summary>
/// <param name="Id">Its genre, language and number.</param>
/// <param name="Article">The text.</param>
/// <param name="Targets">All names of each, and its label: 0 against, 1 neutral, 2 favor.</param>
internal sealed record ShortPiece(string Id, Article Article, List<(string[] Names, int Label)> Targets)
{
    /// <summary>Those with an even number are held out.</summary>
    public bool IsForDevelopment => (Id[^1] - '0') % 2 == 1;
}

/// <summary>The short pieces of a folder.</summary>
internal static class ShortPieces
{
    public static IEnumerable<ShortPiece> Read(string folder)
        => Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Length > 0)
            .Select(l => From(JsonDocument.Parse(l).RootElement));

    private static ShortPiece From(JsonElement item)
    {
        string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
        return new ShortPiece(
            Text(item, "id"),
            new Article { Title = Text(item, "title"), Text = Text(item, "text"), Language = Text(item, "language") },
            [.. item.GetProperty("targets").EnumerateArray().Select(t => (
                t.GetProperty("aliases").EnumerateArray().Select(a => a.GetString()!).Prepend(Text(t, "name")).ToArray(),
                Text(t, "stance") switch { "against" => 0, "favor" => 2, _ => 1 }))]);
    }
}

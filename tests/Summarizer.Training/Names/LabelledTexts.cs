using System.Text.Json;
using Summarizer.Evaluation.Entities;

namespace Summarizer.Training.Names;

/// <summary>Reads the sets that mark names: single sentences with spans, and whole documents with entities and a dependency tree.</summary>
internal static class LabelledTexts
{
    public const string DocumentSet = "gum";

    /// <summary>Groups of the single sentences and of the documents.</summary>
    private const int Groups = 20;

    public static List<LabelledText> Read(string folder)
        => [.. Sentences(Path.Combine(folder, "entities", "uner-dev.jsonl")), .. Documents(GumDocument.Read(GumDocument.PathIn(folder)))];

    public static TargetType? TypeOf(string type) => type switch
    {
        "person" => TargetType.Person,
        "organization" => TargetType.Organization,
        "place" => TargetType.Place,
        _ => null,
    };

    private static IEnumerable<LabelledText> Sentences(string file)
    {
        // The news and wiki sentences of the three languages are translations of one another in one order: a place in the
        // file's part puts translations into the same group, or into the next.
        foreach (var set in File.ReadLines(file).Select(Root).GroupBy(SetOf))
        {
            JsonElement[] items = [.. set];
            for (var i = 0; i < items.Length; i++)
            {
                yield return new LabelledText(
                    set.Key, i * Groups / items.Length, items[i].GetProperty("language").GetString()!,
                    items[i].GetProperty("text").GetString()!,
                    [.. items[i].GetProperty("names").EnumerateArray().Select(NameOf).OfType<(TextSpan, TargetType)>()]);
            }
        }
    }

    private static IEnumerable<LabelledText> Documents(List<GumDocument> documents)
        => documents.Select((d, i) => new LabelledText(DocumentSet, i % Groups, "en", d.Text, DocumentNames.Read(d)));

    private static (TextSpan Span, TargetType Type)? NameOf(JsonElement name)
        => TypeOf(name.GetProperty("type").GetString()!) is { } type ? (EntityJson.SpanOf(name), type) : null;

    private static string SetOf(JsonElement item)
    {
        var id = item.GetProperty("id").GetString()!;
        return id[..id.LastIndexOf('-')];
    }

    private static JsonElement Root(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}

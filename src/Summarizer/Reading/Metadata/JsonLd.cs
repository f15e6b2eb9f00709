using System.Text.Json;

namespace Summarizer.Reading.Metadata;

/// <summary>What an article's own linked data say: https://schema.org/Article.</summary>
internal sealed class JsonLd
{
    private const int MostNodes = 5_000;

    // More than any article has; names are compared with each other.
    private const int MostAuthors = 100;

    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly Dictionary<string, string> namesById = [];
    private readonly List<string> authorIds = [];
    private int nodes;
    private int rank;

    public string? Headline { get; private set; }

    public List<string> Authors { get; } = [];

    public string? Publisher { get; private set; }

    public string? Published { get; private set; }

    public string? Body { get; private set; }

    public string? Language { get; private set; }

    public static JsonLd Read(IEnumerable<string> scripts, CancellationToken cancellationToken)
    {
        var data = new JsonLd();
        foreach (var script in scripts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            data.ReadScript(script);
        }

        foreach (var id in data.authorIds)
        {
            if (data.Authors.Count == 0 && data.namesById.TryGetValue(id, out var name))
                data.Authors.Add(name);
        }

        return data;
    }

    private void ReadScript(string script)
    {
        var json = script.AsSpan().Trim().TrimEnd(';');
        if (json.StartsWith("<!--"))
            json = json[4..].TrimEnd("->").Trim();
        if (json.StartsWith("//<![CDATA["))
            json = json[11..].TrimEnd("/]>").Trim();
        if (json.Length == 0 || json[0] is not ('{' or '['))
            return;
        try
        {
            using var document = JsonDocument.Parse(JsonText.Repair(json), Lenient);
            Visit(document.RootElement);
        }
        catch (JsonException)
        {
            // Broken linked data say nothing; the page's other marks are still there.
            return;
        }
    }

    private void Visit(JsonElement element)
    {
        if (++nodes > MostNodes)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Visit(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            VisitObject(element);
        }
    }

    private void VisitObject(JsonElement element)
    {
        var found = Rank(element);
        if (found > 0)
            Take(element, found);
        if (Text(element, "@id") is { } id && Text(element, "name") is { } name)
            namesById.TryAdd(id, name);
        foreach (var property in element.EnumerateObject())
        {
            // Related articles, comments and reviews are articles too, but not this one.
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                && property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "author" or "publisher" or "review" or "article"
                or "isPartOf")
                Visit(property.Value);
        }
    }

    private static int Rank(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var types))
            return 0;
        var best = 0;
        foreach (var type in types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().ToArray() : [types])
        {
            var value = type.ValueKind == JsonValueKind.String
                ? type.GetString()!
                    .Replace("http://schema.org/", "", StringComparison.Ordinal)
                    .Replace("https://schema.org/", "", StringComparison.Ordinal)
                : "";
            best = Math.Max(best, value switch
            {
                _ when value.EndsWith("Article", StringComparison.Ordinal) || value.EndsWith("BlogPosting", StringComparison.Ordinal) => 3,
                "Report" or "Review" or "Recipe" or "CreativeWork" or "SocialMediaPosting" or "HowTo" or "CriticReview" or "QAPage" => 2,
                "WebPage" or "ItemPage" or "VideoObject" => 1,
                _ => 0,
            });
        }

        return best;
    }

    /// <summary>The highest rank wins; among equals the first, but later ones fill what it lacks.</summary>
    private void Take(JsonElement element, int found)
    {
        var better = found > rank;
        rank = Math.Max(rank, found);
        if (found < rank)
            return;
        if (better)
        {
            (Headline, Published, Body) = (null, null, null);
            Authors.Clear();
            authorIds.Clear();
        }

        Headline ??= Text(element, "headline") ?? (found > 1 ? Text(element, "name") : null);
        Published ??= Text(element, "datePublished") ?? (found > 1 ? Text(element, "dateCreated") : null);
        Body ??= Text(element, "articleBody");
        Language ??= Text(element, "inLanguage");
        if (element.TryGetProperty("publisher", out var publisher))
            Publisher ??= Names(publisher).FirstOrDefault();
        if (Authors.Count == 0 && (element.TryGetProperty("author", out var author) || element.TryGetProperty("creator", out author)))
            Authors.AddRange(Names(author).Take(MostAuthors));
    }

    private IEnumerable<string> Names(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return [value.GetString()!];
            case JsonValueKind.Array:
                return value.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Array).SelectMany(Names).Take(MostAuthors).ToList();
            case JsonValueKind.Object when value.TryGetProperty("name", out var name):
                return name.ValueKind is JsonValueKind.String or JsonValueKind.Array ? Names(name) : [];
            case JsonValueKind.Object when Text(value, "@id") is { } id:
                authorIds.Add(id);
                return [];
            default:
                return [];
        }
    }

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text
            ? text : null;
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Summarizer.Tests.Readme;

/// <summary>JSON for people: … stands for what is left out, and what fits stays on one line.</summary>
internal static class AbridgedJson
{
    private const int LineWidth = 118;
    private const int LongestText = 48;
    private const string Ellipsis = "…";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>These properties of an object, in this order, each as it is or changed.</summary>
    public static JsonNode Pick(JsonNode node, params ReadOnlySpan<(string Name, Func<JsonNode, JsonNode>? Change)> properties)
    {
        var picked = new JsonObject();
        foreach (var (name, change) in properties)
        {
            var value = node[name]?.DeepClone();
            picked[name] = value is null || change is null ? value : change(value);
        }

        if (node.AsObject().Count > picked.Count)
            picked[Ellipsis] = null;
        return picked;
    }

    /// <summary>The first elements of an array.</summary>
    public static JsonNode First(JsonNode node, int count, Func<JsonNode, JsonNode>? change = null)
    {
        var all = node.AsArray();
        return Cut([.. all.Take(count)], all.Count > count, change);
    }

    /// <summary>One element of an array, or none.</summary>
    public static JsonNode Only(JsonNode node, JsonNode? element, Func<JsonNode, JsonNode>? change = null)
        => Cut(element is null ? [] : [element], node.AsArray().Count > 1, change);

    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0, 0);
        return text.ToString();
    }

    private static JsonArray Cut(JsonNode?[] elements, bool more, Func<JsonNode, JsonNode>? change)
    {
        var cut = new JsonArray([.. elements.Select(e => change is null || e is null ? e?.DeepClone() : change(e))]);
        if (more)
            cut.Add(JsonValue.Create(Ellipsis));
        return cut;
    }

    /// <param name="text">Where to.</param>
    /// <param name="node">What to write.</param>
    /// <param name="indent">Of the line on which it begins.</param>
    /// <param name="before">Characters that stand before it on this line.</param>
    private static void Write(StringBuilder text, JsonNode? node, int indent, int before)
    {
        var line = OnOneLine(node);
        if (node is not (JsonObject or JsonArray) || (indent > 0 && before + line.Length <= LineWidth))
        {
            text.Append(line);
            return;
        }

        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        var parts = node is JsonObject properties
            ? properties.Select(p => p.Key == Ellipsis ? (Name: "", Value: JsonValue.Create(Ellipsis)) : (Name: $"\"{p.Key}\": ", p.Value))
                .ToArray()
            : [.. node.AsArray().Select(e => (Name: "", Value: e))];
        text.Append(open);
        for (var i = 0; i < parts.Length; i++)
        {
            var (name, value) = parts[i];
            text.Append('\n').Append(' ', indent + 2).Append(name);
            Write(text, value, indent + 2, indent + 2 + name.Length + 1);
            text.Append(i < parts.Length - 1 ? "," : "");
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }

    private static string OnOneLine(JsonNode? node) => node switch
    {
        JsonObject o => $"{{ {string.Join(", ", o.Select(p => p.Key == Ellipsis ? Ellipsis : $"\"{p.Key}\": {OnOneLine(p.Value)}"))} }}",
        JsonArray a => $"[{string.Join(", ", a.Select(OnOneLine))}]",
        JsonValue v when v.GetValueKind() == JsonValueKind.String => Quoted(v.GetValue<string>()),
        null => "null",
        _ => node.ToJsonString(Readable),
    };

    private static string Quoted(string text)
    {
        if (text == Ellipsis)
            return text;
        if (text.Length > LongestText)
            text = string.Concat(text.AsSpan(0, text.LastIndexOf(' ', LongestText)), " ", Ellipsis);
        return $"\"{JsonEncodedText.Encode(text, Readable.Encoder)}\"";
    }
}

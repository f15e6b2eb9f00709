using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Summarizer.Evaluation;

/// <summary>Files with one JSON object a line.</summary>
internal static class JsonLines
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<JsonElement> Read(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var document = JsonDocument.Parse(line.Replace(": NaN", ": null", StringComparison.Ordinal));
            yield return document.RootElement.Clone();
        }
    }

    /// <summary>Writes the predictions where they were asked for; does nothing when <paramref name="file"/> is null.</summary>
    public static void Write(string? file, IEnumerable<JsonObject> lines)
    {
        if (file is null)
            return;
        using var stream = File.Create(file);
        foreach (var line in lines)
        {
            using (var writer = new Utf8JsonWriter(stream, Readable))
                line.WriteTo(writer);
            stream.WriteByte((byte)'\n');
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Summarizer;

/// <summary>Generated JSON code for everything that leaves the library.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArticleResult))]
public sealed partial class SummarizerJson : JsonSerializerContext
{
    /// <summary>As <see cref="JsonSerializerContext.Default"/>, but letters stay letters: a result is read by people too.</summary>
    public static SummarizerJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

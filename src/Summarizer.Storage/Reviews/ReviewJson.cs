using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Summarizer.Storage.Reviews;

/// <summary>Generated JSON code for reviews.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Review))]
[JsonSerializable(typeof(ReviewPage))]
public sealed partial class ReviewJson : JsonSerializerContext
{
    /// <summary>For documents that are stored: what a later version added is passed over.</summary>
    public static ReviewJson Stored { get; } = new(Common());

    /// <summary>For documents that a client sends: a field that nobody knows is a misspelt one.</summary>
    public static ReviewJson Sent { get; } = new(new JsonSerializerOptions(Common())
    {
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    });

    private static JsonSerializerOptions Common() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 8,
    };
}

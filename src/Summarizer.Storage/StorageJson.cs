using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Summarizer.Storage.Index;

namespace Summarizer.Storage;

/// <summary>Generated JSON code for what is kept beside articles and results.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ListItem))]
[JsonSerializable(typeof(IndexMetadata))]
[JsonSerializable(typeof(WaitingNote))]
[JsonSerializable(typeof(RetryMessage))]
[JsonSerializable(typeof(Reruns.RerunPosition))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: metadata and messages are short of room.</summary>
    public static StorageJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

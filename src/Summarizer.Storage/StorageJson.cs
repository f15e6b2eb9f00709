using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Summarizer.Storage.Entries;

namespace Summarizer.Storage;

/// <summary>Generated JSON code for the entries of lists and the messages of the queue.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ListItem))]
[JsonSerializable(typeof(EntryMetadata))]
[JsonSerializable(typeof(ResultEntry))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<StanceEntry>))]
[JsonSerializable(typeof(RetryMessage))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: metadata and messages are short of room.</summary>
    public static StorageJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

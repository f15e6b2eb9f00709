using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Pipeline.Reruns;

namespace Summarizer.Pipeline;

/// <summary>Generated JSON code for what is noted of articles that wait and of re-runs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Deferral))]
[JsonSerializable(typeof(RerunPosition))]
internal sealed partial class PipelineJson : JsonSerializerContext
{
    /// <summary>Letters stay letters, as in the messages of the queue.</summary>
    public static PipelineJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

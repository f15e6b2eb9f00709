using System.Text.Json;
using System.Text.Json.Serialization;

namespace Summarizer.Tests.Support;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class AnyJson : JsonSerializerContext;

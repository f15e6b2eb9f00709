using System.Text;

namespace Summarizer.Tests.Telemetry;

/// <summary>A span as it arrives at a collector.</summary>
/// <remarks>Field numbers: opentelemetry/proto/trace/v1/trace.proto.</remarks>
internal sealed record SentSpan(string TraceId, string SpanId, string Parent, string Name, IReadOnlyDictionary<string, string> Tags)
{
    public static IReadOnlyList<SentSpan> All(Collector collector)
        => [.. collector.Messages("/v1/traces", 1, 2, 2).Select(Of)];

    private static SentSpan Of(ReadOnlyMemory<byte> message)
    {
        var fields = Protobuf.Fields(message).ToLookup(f => f.Number, f => f.Content);
        return new SentSpan(Hex(fields[1]), Hex(fields[2]), Hex(fields[4]), Text(fields[5].First()), fields[9].Select(Tag).ToDictionary());
    }

    private static KeyValuePair<string, string> Tag(ReadOnlyMemory<byte> message)
    {
        var fields = Protobuf.Fields(message).ToLookup(f => f.Number, f => f.Content);
        // A value that is a number has no length, and its text is left empty here.
        var text = Protobuf.Fields(fields[2].First()).Where(f => f.Number == 1).Select(f => Text(f.Content)).FirstOrDefault("");
        return new(Text(fields[1].First()), text);
    }

    private static string Hex(IEnumerable<ReadOnlyMemory<byte>> field)
        => Convert.ToHexStringLower(field.FirstOrDefault().Span);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}

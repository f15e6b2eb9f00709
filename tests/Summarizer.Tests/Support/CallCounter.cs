using Azure.Core;
using Azure.Core.Pipeline;

namespace Summarizer.Tests.Support;

/// <summary>Counts what really goes over the wire to the storage.</summary>
internal sealed class CallCounter : HttpPipelineSynchronousPolicy
{
    private readonly Lock gate = new();
    private readonly List<string> calls = [];

    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    public void Clear()
    {
        lock (gate)
            calls.Clear();
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        lock (gate)
            calls.Add($"{message.Request.Method} {message.Request.Uri.ToUri().AbsolutePath}");
    }
}

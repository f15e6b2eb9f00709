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

    /// <summary>From the first call that this is true of, none gets through any more, as after a crash.</summary>
    public Func<string, bool>? CrashAt { get; set; }

    public void Clear()
    {
        lock (gate)
            calls.Clear();
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        var call = $"{message.Request.Method} {message.Request.Uri.ToUri().AbsolutePath}";
        lock (gate)
        {
            calls.Add(call);
            if (CrashAt?.Invoke(call) is not true)
                return;
            CrashAt = static _ => true;
        }

        throw new InvalidOperationException("This worker is dead.");
    }
}

using Azure.Core;
using Azure.Core.Pipeline;
using Summarizer.Storage.Telemetry;

namespace Summarizer.Storage;

/// <summary>Makes a container or queue that somebody removed while we run again, and then repeats the call that missed it.</summary>
/// <remarks>What is left in it is gone; without this nothing new would work either until the next start.</remarks>
internal sealed class RecreationPolicy : HttpPipelinePolicy
{
    /// <summary>Makes a container or queue by its name; set once the clients that it takes are there.</summary>
    public Func<string, CancellationToken, Task> CreateAsync { get; set; } = static (_, _) => Task.CompletedTask;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        if (!IsMissing(message))
            return;
        message.Response.Dispose();
        await CreateAsync(StorageCall.From(message.Request).Container, message.CancellationToken).ConfigureAwait(false);
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
    }

    private static bool IsMissing(HttpMessage message)
        => message.Response.Status == 404
           && message.Response.Headers.TryGetValue("x-ms-error-code", out var code) && code is "ContainerNotFound" or "QueueNotFound"
           && StorageCall.From(message.Request).Operation is not ("create" or "delete");
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;

namespace Summarizer.Functions;

/// <summary>What must stand before the worker takes its first call.</summary>
internal static class WorkerStart
{
    /// <summary>The exit status of a worker that cannot start; the Functions host starts it again after a pause.</summary>
    public const int Failed = 1;

    /// <summary>Makes the containers where the app may; returns why it cannot start, in one sentence, or null.</summary>
    /// <remarks>
    /// A connection string is Azurite or a developer's own account; with an identity the infrastructure made the containers.
    /// </remarks>
    public static async Task<string?> PrepareAsync(IServiceProvider services, IConfiguration settings, CancellationToken cancellationToken)
    {
        if (settings[StorageNames.Connection] is not { Length: > 0 })
            return null;
        try
        {
            await services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (StorageProblem.InWords(e) is not null)
        {
            return StorageProblem.InWords(e);
        }
    }
}

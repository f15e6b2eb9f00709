using Summarizer.Storage;

namespace Summarizer.Host.Telemetry;

/// <summary>Looks now and then how many articles wait in the queue; a measurement itself must not call the storage.</summary>
internal sealed class RetryWatch(RetryQueue queue, HostMeters meters, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                meters.Retrying = await queue.CountAsync(stoppingToken);
            }
            catch (Exception e) when (StorageProblem.IsFailure(e, stoppingToken))
            {
                // Storage is unavailable, which those say who need it: the count is unknown meanwhile.
                meters.Retrying = null;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

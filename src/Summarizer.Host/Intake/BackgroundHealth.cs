using Summarizer.Web;

namespace Summarizer.Host.Intake;

/// <summary>Whether what works in the background is alive and does its work, so that health is not 200 while articles lie there.</summary>
internal sealed class BackgroundHealth(IServiceProvider services, IHostApplicationLifetime lifetime, TimeProvider time) : IHealthSource
{
    public LoopHealth Watcher { get; } = new("The container articles", "listed", time);

    public LoopHealth Receiver { get; } = new("The queue article-retries", "read", time);

    public string? Problem => Watcher.Problem ?? Receiver.Problem ?? Ended();

    /// <summary>Asked for when needed: the services are told this object when they are made.</summary>
    private string? Ended()
        => !lifetime.ApplicationStopping.IsCancellationRequested
           && services.GetServices<IHostedService>().OfType<BackgroundService>()
                .FirstOrDefault(s => s.ExecuteTask is { IsCompleted: true }) is { } ended
            ? $"{ended.GetType().Name} has ended unexpectedly; the log names the cause, and a restart starts it again."
            : null;
}

using Microsoft.Extensions.Options;
using Summarizer.Storage;

namespace Summarizer.Host.Working;

/// <summary>How many articles this process works on at once, wherever they come from.</summary>
internal sealed class ArticleSlots(IOptions<ArticlesOptions> options) : IDisposable
{
    private readonly SemaphoreSlim free = new(options.Value.Parallel);

    /// <summary>Waits for a slot; disposing the answer gives it back.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Slot(free);
    }

    /// <summary>A slot that is free now; null when there is none.</summary>
    public IDisposable? TryTake() => free.Wait(0) ? new Slot(free) : null;

    public void Dispose() => free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}

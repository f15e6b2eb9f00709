using Spectre.Console;
using Summarizer.Host.Intake;

namespace Summarizer.Host.Terminal;

/// <summary>Waits for articles and shows how far they are.</summary>
internal sealed class ProgressDisplay(ArticleDispatcher dispatcher, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when all of <paramref name="names"/> have ended, or when <paramref name="limit"/> is over.</summary>
    public async Task WaitAsync(IReadOnlyList<string> names, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return;
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            await UntilThroughAsync(names, limit, _ => { }, cancellationToken);
            return;
        }

        await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask("Summarising", maxValue: names.Count);
            await UntilThroughAsync(names, limit, through => task.Value = through, cancellationToken);
        });
    }

    private async Task UntilThroughAsync(
        IReadOnlyList<string> names, TimeSpan limit, Action<int> show, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        int through;
        do
        {
            through = names.Count(dispatcher.Outcomes.HasEnded);
            show(through);
            await Task.Delay(Look, time, cancellationToken);
        }
        while (through < names.Count && time.GetElapsedTime(started) < limit);
    }
}

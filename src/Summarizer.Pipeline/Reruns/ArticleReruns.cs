using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using Summarizer.LanguageModel;
using Summarizer.Pipeline.Caching;
using Summarizer.Storage;

namespace Summarizer.Pipeline.Reruns;

/// <summary>Does articles again that have a result already: with a new engine, new settings, or because they failed.</summary>
public sealed class ArticleReruns
{
    /// <summary>Who asks again sooner than this is asked to wait no longer than this; the reason may be gone.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(5);

    private readonly RerunCheckpoint checkpoint;
    private readonly RerunPlanner planner;
    private readonly ArticlePipeline pipeline;
    private readonly BlobClient one;
    private readonly int parallel;
    private readonly TimeProvider time;

    public ArticleReruns(
        StorageAccount account, ArticleStore articles, ResultStore results, ResultCache cache, ArticleSummarizer summarizer,
        ArticlePipeline pipeline, IOptions<ArticlesOptions> options, IOptions<OpenAIOptions> prices, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(account);
        (this.pipeline, this.time, parallel) = (pipeline, time, options.Value.Parallel);
        one = account.Work.GetBlobClient("rerun/lease");
        checkpoint = new RerunCheckpoint(account);
        planner = new RerunPlanner(articles, results, cache, summarizer, checkpoint, prices);
    }

    /// <summary>Finds what there is to do, and estimates what it will cost.</summary>
    /// <param name="selection">Which articles.</param>
    /// <param name="progress">Told of the articles looked at, from several threads.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<RerunPlan> PlanAsync(RerunSelection selection, Action<int> progress, CancellationToken cancellationToken)
        => planner.PlanAsync(selection, progress, cancellationToken);

    /// <summary>Does it. What has ended when it is interrupted is not done again by the next run of the same selection.</summary>
    /// <param name="plan">From <see cref="PlanAsync"/>.</param>
    /// <param name="progress">Told how far it is, one call at a time.</param>
    /// <param name="stop">Takes up no further article; those in flight are finished.</param>
    /// <param name="abandon">Gives up those in flight as well.</param>
    /// <returns>Null when another rerun is at work on the same storage.</returns>
    public async Task<RerunTotals?> RunAsync(
        RerunPlan plan, Action<RerunTotals> progress, CancellationToken stop, CancellationToken abandon)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await using var only = await BlobLease.TryAcquireAsync(one, time, stop).ConfigureAwait(false);
        if (only is null)
            return null;

        var position = new Position(plan, planner.EngineKey, checkpoint, progress, time);
        try
        {
            await Parallel.ForAsync(
                0,
                plan.Names.Count,
                new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = stop },
                async (i, _) => await OneAsync(plan, i, position, stop, abandon).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The totals say how far it came.
        }
        finally
        {
            await position.SaveAsync().ConfigureAwait(false);
        }

        if (position.Totals.Completed == plan.Names.Count)
            await checkpoint.DeleteAsync(plan.Selection, CancellationToken.None).ConfigureAwait(false);
        return position.Totals;
    }

    private async Task OneAsync(RerunPlan plan, int index, Position position, CancellationToken stop, CancellationToken abandon)
    {
        var policy = plan.Selection.Again ? ProcessingPolicy.RerunAnew : ProcessingPolicy.Rerun;
        var request = new ProcessingRequest(plan.Names[index], policy);
        while (true)
        {
            var report = await pipeline.RunAsync(request, abandon).ConfigureAwait(false);
            await position.TellAsync(index, report).ConfigureAwait(false);
            if (report.Deferred is not { } deferred)
                return;
            request = request with { Attempt = report.NextAttempt };
            await Task.Delay(deferred.Delay < LongestWait ? deferred.Delay : LongestWait, time, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Counts, and keeps the checkpoint up to which everything has ended.</summary>
    private sealed class Position(
        RerunPlan plan, string engine, RerunCheckpoint checkpoint, Action<RerunTotals> progress, TimeProvider time)
    {
        private readonly Lock gate = new();
        private readonly bool[] completed = new bool[plan.Names.Count];
        private int low;
        private long savedAt = time.GetTimestamp();

        public RerunTotals Totals { get; private set; } = new();

        public async Task TellAsync(int index, ProcessingReport report)
        {
            bool due;
            lock (gate)
            {
                Totals = Totals.Plus(report);
                completed[index] = report.Deferred is null;
                while (low < completed.Length && completed[low])
                    low++;
                progress(Totals);
                due = time.GetElapsedTime(savedAt) > BetweenCheckpoints;
                if (due)
                    savedAt = time.GetTimestamp();
            }

            if (due)
                await SaveAsync().ConfigureAwait(false);
        }

        public async Task SaveAsync()
        {
            string? last;
            lock (gate)
                last = low > 0 ? plan.Names[low - 1] : plan.GoesOnAfter;
            if (last is not null)
                await checkpoint.WriteAsync(plan.Selection, new RerunPosition(engine, last), CancellationToken.None).ConfigureAwait(false);
        }
    }
}

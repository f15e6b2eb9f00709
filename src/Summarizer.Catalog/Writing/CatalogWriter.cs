using System.Collections.Concurrent;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Targets;

namespace Summarizer.Catalog.Writing;

/// <summary>The one writer of the database: takes changes over in the background, many of them in one transaction.</summary>
/// <remarks>
/// What this process did itself goes before what listings and texts bring, and is newer than they are. A change that fails takes its
/// whole transaction along, and the writer ends: what stood in it is found by the next listing.
/// </remarks>
internal sealed class CatalogWriter : IAsyncDisposable
{
    /// <summary>Changes of one transaction at most: readers in memory and own changes wait for no more.</summary>
    private const int MaxBatch = 400;

    /// <summary>Characters of text in one transaction, about.</summary>
    private const int MaxText = 4_000_000;

    /// <summary>Own changes that wait with their text; beyond these the text is read from the result later.</summary>
    private const int MaxWaiting = 1_000;

    private readonly CatalogDatabase database;
    private readonly TargetTables tables;
    private readonly WorkApplier applier;
    private readonly Action<IReadOnlyList<string>> told;
    private readonly Action<Exception> failed;
    private readonly ConcurrentQueue<Job> own = new();
    private readonly ConcurrentQueue<Job> others = new();
    private readonly SemaphoreSlim signal = new(0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private readonly Task running;
    private bool ended;

    /// <summary>1 while changes of this process are being written.</summary>
    private int writing;

    /// <param name="database">What is written.</param>
    /// <param name="targets">Counted before the first change.</param>
    /// <param name="isRemoved">Whether an article was removed a short while ago.</param>
    /// <param name="leftOut">Told of articles whose entries cannot be read.</param>
    /// <param name="told">Told of the articles that lists show otherwise, after each transaction.</param>
    /// <param name="failed">Told once why the database takes nothing any more.</param>
    public CatalogWriter(
        CatalogDatabase database, SharedTargets targets, Func<string, bool> isRemoved, Action<string, Exception> leftOut,
        Action<IReadOnlyList<string>> told, Action<Exception> failed)
    {
        (this.database, this.told, this.failed) = (database, told, failed);
        tables = new TargetTables(targets);
        applier = new WorkApplier(new ArticleTables(tables), isRemoved, leftOut);
        running = Task.Run(RunAsync);
    }

    /// <summary>Notes what this process did; it counts for every question that is asked from now on.</summary>
    public void Note(CatalogWork work)
    {
        lock (gate)
        {
            if (work.About is { } name)
                touched.Add(name);
        }

        if (own.Count > MaxWaiting && work is CatalogWork.Result { Text: not null } result)
            work = result with { Text = null };
        Put(own, new Job(work, null));
    }

    /// <summary>From now on a listing is under way: what is noted meanwhile is newer than what it brings.</summary>
    public void BeginListing()
    {
        lock (gate)
            touched.Clear();
    }

    /// <summary>Takes over what a listing or a text brought; ends when it is written.</summary>
    public Task ApplyAsync(IReadOnlyList<CatalogWork> work, CancellationToken cancellationToken)
    {
        if (work.Count == 0)
            return Task.CompletedTask;
        var done = NewDone();
        for (var i = 0; i < work.Count; i++)
            Put(others, new Job(work[i], i == work.Count - 1 ? done : null));
        return done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Ends when everything noted before is written.</summary>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        if (own.IsEmpty && Volatile.Read(ref writing) == 0)
            return Task.CompletedTask;
        var done = NewDone();
        Put(own, new Job(null, done));
        return done.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End(new ObjectDisposedException(nameof(CatalogWriter)));
        stopping.Dispose();
    }

    private static TaskCompletionSource NewDone() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync()
    {
        try
        {
            await database.ReadAsync(
                session =>
                {
                    tables.Load(session, stopping.Token);
                    return 0;
                },
                stopping.Token).ConfigureAwait(false);
            while (true)
            {
                await signal.WaitAsync(stopping.Token).ConfigureAwait(false);
                WriteBatch();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process ends, or another database takes this one's place.
        }
        catch (Exception e)
        {
            End(e);
            failed(e);
        }
    }

    private void WriteBatch()
    {
        Volatile.Write(ref writing, 1);
        var batch = Take();
        if (!batch.Exists(j => !j.IsListed))
            Volatile.Write(ref writing, 0);
        if (batch.Count > 0)
        {
            var shown = Write(batch);
            foreach (var job in batch)
                job.Done?.TrySetResult();
            if (shown.Count > 0)
                told(shown);
        }

        Volatile.Write(ref writing, 0);
    }

    private List<string> Write(List<Job> batch)
    {
        try
        {
            return batch.Exists(j => j.Work is not null) ? database.Write(session => Apply(session, batch)) : [];
        }
        catch (Exception e)
        {
            foreach (var job in batch)
                job.Done?.TrySetException(e);
            throw;
        }
    }

    private List<Job> Take()
    {
        var (batch, text) = (new List<Job>(), 0);
        foreach (var queue in new[] { own, others })
        {
            while (batch.Count < MaxBatch && text < MaxText && queue.TryDequeue(out var job))
            {
                batch.Add(job);
                text += TextOf(job.Work);
                // One permit each; what is taken beyond the first needs no further look.
                if (batch.Count > 1)
                    signal.Wait(0);
            }
        }

        return batch;
    }

    private static int TextOf(CatalogWork? work) => work switch
    {
        CatalogWork.Result { Text: { } text } => text.Length,
        CatalogWork.TextRead { Text: { } text } => text.Length,
        _ => 0,
    };

    private List<string> Apply(Session session, List<Job> batch)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var job in batch)
        {
            if (job.Work is null || (job.IsListed && IsTouched(job.Work)))
                continue;
            if (applier.Apply(session, job.Work) is { } name)
                shown.Add(name);
        }

        tables.Save(session);
        return [.. shown];
    }

    private bool IsTouched(CatalogWork work)
    {
        lock (gate)
            return work.About is { } name && touched.Contains(name);
    }

    private void Put(ConcurrentQueue<Job> queue, Job job)
    {
        lock (gate)
        {
            if (ended)
            {
                job.Done?.TrySetException(new ObjectDisposedException(nameof(CatalogWriter)));
                return;
            }

            queue.Enqueue(job with { IsListed = queue == others });
        }

        signal.Release();
    }

    private void End(Exception reason)
    {
        lock (gate)
            ended = true;
        foreach (var queue in new[] { own, others })
        {
            while (queue.TryDequeue(out var job))
                job.Done?.TrySetException(reason);
        }
    }

    private readonly record struct Job(CatalogWork? Work, TaskCompletionSource? Done)
    {
        public bool IsListed { get; init; }
    }
}

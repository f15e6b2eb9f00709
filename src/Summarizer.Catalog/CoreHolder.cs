using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Writing;

namespace Summarizer.Catalog;

/// <summary>The database at work: opened by the first question, and replaced when its file turns out unusable.</summary>
/// <param name="take">Takes this process's file, or memory.</param>
/// <param name="start">Makes a database's writer, which tells the second argument when it fails.</param>
/// <param name="logger">Told of what happens to the file.</param>
internal sealed partial class CoreHolder(
    Func<CatalogFile> take, Func<CatalogCore, Action<Exception>, CatalogWriter> start, ILogger logger) : IAsyncDisposable
{
    /// <summary>Times that a damaged file is made anew; what is damaged again then is the disk.</summary>
    private const int MaxRenewals = 3;

    private readonly SemaphoreSlim gate = new(1);
    private CatalogFile? file;
    private CatalogCore? current;
    private int renewals;
    private bool isDisposed;

    /// <summary>Null before the first question.</summary>
    public CatalogCore? Current => Volatile.Read(ref current);

    public string? Problem => Volatile.Read(ref file)?.Problem;

    public async ValueTask<CatalogCore> GetAsync(CancellationToken cancellationToken)
    {
        if (Current is { } known)
            return known;
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return Current ?? await OpenAsync(take()).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Puts another database in the place of one that failed: a new file for a damaged one, memory for any other.</summary>
    public async Task ReplaceAsync(CatalogCore core, Exception reason)
    {
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (isDisposed || Current != core)
                return;
            await core.DisposeAsync().ConfigureAwait(false);
            Volatile.Write(ref current, null);
            var isDamaged = reason is SqliteException damage && CatalogDatabase.IsDamage(damage);
            if (isDamaged && ++renewals <= MaxRenewals && core.File.Path is { } path)
            {
                Log.Renewed(logger, path);
                core.File.Clear();
                await OpenAsync(core.File).ConfigureAwait(false);
            }
            else
            {
                await OpenAsync(Memory(core.File, reason)).ConfigureAwait(false);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync().ConfigureAwait(false);
        isDisposed = true;
        if (Current is { } core)
            await core.DisposeAsync().ConfigureAwait(false);
        file?.Dispose();
        gate.Release();
    }

    private async Task<CatalogCore> OpenAsync(CatalogFile wanted)
    {
        CatalogCore core;
        try
        {
            core = await CatalogCore.OpenAsync(wanted, Start).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException && wanted.Path is not null)
        {
            wanted = Memory(wanted, e);
            core = await CatalogCore.OpenAsync(wanted, Start).ConfigureAwait(false);
        }

        if (wanted.Problem is { } problem && file?.Problem != problem)
            Log.InMemory(logger, problem);
        Volatile.Write(ref file, wanted);
        Volatile.Write(ref current, core);
        return core;
    }

    /// <summary>The failure comes from the writer's own task, which the replacement waits for.</summary>
    private CatalogWriter Start(CatalogCore core) => start(core, reason => _ = Task.Run(() => ReplaceAsync(core, reason)));

    private static CatalogFile Memory(CatalogFile failed, Exception reason)
    {
        failed.Dispose();
        return failed.Path is { } path
            ? CatalogFile.InMemory(
                Path.GetDirectoryName(path) ?? path, reason is SqliteException e ? CatalogDatabase.Reason(e) : reason.Message)
            : CatalogFile.InMemory();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The catalog's file {Path} is damaged and is made anew from the containers.")]
        public static partial void Renewed(ILogger logger, string path);

        [LoggerMessage(2, LogLevel.Warning, "{Problem}")]
        public static partial void InMemory(ILogger logger, string problem);
    }
}

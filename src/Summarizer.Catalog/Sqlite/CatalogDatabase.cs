using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Summarizer.Catalog.Sqlite;

/// <summary>The database: one writer, and readers that see the last state that was written whole.</summary>
/// <remarks>
/// A file is written ahead (WAL), so that readers and the writer never wait for each other, and a process may be killed at any
/// moment. In memory there is one connection, which readers and the writer take in turns.
/// </remarks>
#pragma warning disable CA2213 // The semaphore holds no handle, and late readers still give it back.
internal sealed class CatalogDatabase : IDisposable
{
    private const int ReadOnly = 8, Interrupted = 9, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    private static readonly int MaxReaders = Math.Max(2, Environment.ProcessorCount);

    private readonly Session writer;
    private readonly Lock writing = new();
    private readonly ConcurrentBag<Session> readers = [];
    private readonly SemaphoreSlim room;
    private readonly string? readable;
    private long version;
    private volatile bool isDisposed;

    static CatalogDatabase() => Batteries_V2.Init();

    private CatalogDatabase(Session writer, string? readable)
        => (this.writer, this.readable, room) = (writer, readable, new SemaphoreSlim(readable is null ? 1 : MaxReaders));

    public bool IsInMemory => readable is null;

    /// <summary>Grows with every change.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Opens what is in the file, or makes it anew where another version or something else is there.</summary>
    /// <exception cref="SqliteException">It can neither be opened nor made.</exception>
    public static CatalogDatabase Open(CatalogFile file)
    {
        try
        {
            return OpenPresent(file);
        }
        catch (SqliteException e) when (IsDamage(e) && file.Path is not null)
        {
            file.Clear();
            return OpenPresent(file);
        }
    }

    /// <summary>Whether the file is damaged or none of ours, so that only a new one helps.</summary>
    public static bool IsDamage(SqliteException e) => e.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>Whether nothing more is to be had from the file, or it was closed as another took its place.</summary>
    public static bool IsLost(Exception e) => e is ObjectDisposedException or SqliteException
    {
        SqliteErrorCode: ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NotADatabase,
    };

    /// <summary>Whether a statement was ended because nobody waits for it any more.</summary>
    public static bool IsInterruption(SqliteException e) => e.SqliteErrorCode == Interrupted;

    /// <summary>Why a write failed, in a few words.</summary>
    public static string Reason(SqliteException e) => e.SqliteErrorCode == Full ? "the disk is full" : e.Message;

    /// <summary>Runs <paramref name="change"/> in one transaction: all of it counts, or nothing.</summary>
    public T Write<T>(Func<Session, T> change)
    {
        lock (writing)
        {
            writer.Run(Sql.Begin);
            try
            {
                var result = change(writer);
                writer.Run(Sql.Commit);
                Interlocked.Increment(ref version);
                return result;
            }
            catch
            {
                Rollback();
                throw;
            }
        }
    }

    /// <summary>Asks on the writer's own connection, between two transactions.</summary>
    public T ReadNow<T>(Func<Session, T> question)
    {
        lock (writing)
            return question(writer);
    }

    /// <summary>Asks the last state that was written whole; one state for all statements of <paramref name="question"/>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the statement at work is ended.</exception>
    public async Task<T> ReadAsync<T>(Func<Session, T> question, CancellationToken cancellationToken)
    {
        if (readable is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ReadNow(question);
        }

        await room.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!readers.TryTake(out var reader))
                reader = Connect(readable, SqliteOpenMode.ReadWrite, Sql.ForReaders);
            try
            {
                return Ask(reader, question, cancellationToken);
            }
            finally
            {
                GiveBack(reader);
            }
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>Closes what nobody uses; what is still asked is closed when it is answered.</summary>
    public void Dispose()
    {
        isDisposed = true;
        while (readers.TryTake(out var reader))
            reader.Dispose();
        lock (writing)
            writer.Dispose();
    }

    private void GiveBack(Session reader)
    {
        readers.Add(reader);
        if (!isDisposed)
            return;
        while (readers.TryTake(out var late))
            late.Dispose();
    }

    private static T Ask<T>(Session reader, Func<Session, T> question, CancellationToken cancellationToken)
    {
        try
        {
            // Ended before the transaction is, which nobody should interrupt.
            using var cancelled = cancellationToken.Register(static r => ((Session)r!).Interrupt(), reader);
            reader.Run(Sql.BeginReading);
            return question(reader);
        }
        catch (SqliteException e) when (IsInterruption(e))
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        finally
        {
            reader.Run(Sql.Commit);
        }
    }

    private static CatalogDatabase OpenPresent(CatalogFile file)
    {
        var writer = file.Path is { } path
            ? Connect(path, SqliteOpenMode.ReadWriteCreate, Sql.ForFiles)
            : Connect(":memory:", SqliteOpenMode.Memory, "");
        try
        {
            if (!Schema.IsPresent(writer))
            {
                if (Schema.HasOther(writer))
                {
                    writer.Dispose();
                    file.Clear();
                    writer = Connect(file.Path!, SqliteOpenMode.ReadWriteCreate, Sql.ForFiles);
                }

                Schema.Make(writer);
            }

            return new CatalogDatabase(writer, file.Path);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private static Session Connect(string path, SqliteOpenMode mode, string settings)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        }.ConnectionString);
        var session = new Session(connection);
        try
        {
            connection.Open();
            if (settings.Length > 0)
                session.Run(settings);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Rollback()
    {
        try
        {
            writer.Run(Sql.Rollback);
        }
        catch (SqliteException)
        {
            // SQLite has rolled it back by itself, as it does when the disk is full.
        }
    }
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Summarizer.Catalog.Sqlite;

/// <summary>One connection with its statements, each prepared once. Not safe for threads.</summary>
internal sealed class Session : IDisposable
{
    /// <summary>Prepared statements kept; lists of rare filters push out all others at times.</summary>
    private const int Room = 200;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public Session(SqliteConnection connection) => this.connection = connection;

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows inserted, changed or deleted.</returns>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is none, or NULL.</summary>
    public object? Value(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
        => Command(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => (long)(Value(sql, values) ?? 0L);

    /// <summary>Every row, read by <paramref name="read"/>.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var rows = new List<T>();
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Hands on each row, for more of them than memory should hold.</summary>
    public void Each(string sql, Action<SqliteDataReader> take, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read())
            take(reader);
    }

    /// <summary>Ends the statement at work with an error, from another thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(connection.Handle);

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            if (prepared.Count >= Room)
                Forget();
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the texts of this folder arrive here; what users send goes into parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in values)
                command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
            prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        return command;
    }

    private void Forget()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        prepared.Clear();
    }
}

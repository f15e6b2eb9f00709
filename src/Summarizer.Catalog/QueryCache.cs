namespace Summarizer.Catalog;

/// <summary>Keeps answers that walk many articles, so that at most 5 % of the time goes into each of them.</summary>
/// <remarks>
/// An answer to the present state is exact; while the state changes it may be as old as twenty times its own cost. What costs little
/// is always found anew.
/// </remarks>
internal sealed class QueryCache(TimeProvider time)
{
    private const int PauseFactor = 19;
    private const int Room = 256;

    /// <summary>An answer that is found sooner is not worth an old one.</summary>
    private static readonly TimeSpan Cheap = TimeSpan.FromMilliseconds(10);

    private readonly Lock gate = new();
    private readonly Dictionary<object, Kept> answers = [];

    /// <summary>The answers to one state.</summary>
    /// <param name="version">The state's; read before the state is asked.</param>
    public Snapshot At(long version) => new(this, version);

    private T Get<T>(object question, long version, Func<T> answer)
    {
        lock (gate)
        {
            if (answers.TryGetValue(question, out var kept)
                && (kept.Version == version || (kept.Took >= Cheap && time.GetElapsedTime(kept.At) < kept.Took * PauseFactor)))
                return (T)kept.Answer;
        }

        var started = time.GetTimestamp();
        var found = answer();
        lock (gate)
        {
            if (answers.Count >= Room)
                answers.Clear();
            answers[question] = new Kept(found!, version, time.GetTimestamp(), time.GetElapsedTime(started));
        }

        return found;
    }

    /// <param name="Cache">Where answers are kept.</param>
    /// <param name="Version">Of the state that is asked.</param>
    public readonly record struct Snapshot(QueryCache Cache, long Version)
    {
        /// <param name="question">With the equality of its values.</param>
        /// <param name="answer">Finds the answer.</param>
        public T Get<T>(object question, Func<T> answer) => Cache.Get(question, Version, answer);
    }

    private sealed record Kept(object Answer, long Version, long At, TimeSpan Took);
}

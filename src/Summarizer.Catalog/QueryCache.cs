namespace Summarizer.Catalog;

/// <summary>Keeps answers that walk many articles, so that at most 5 % of the time goes into each of them.</summary>
/// <remarks>
/// An answer to the present state is exact; while the state changes it may be as old as twenty times its own cost. Not
/// safe for threads.
/// </remarks>
internal sealed class QueryCache(TimeProvider time)
{
    private const int PauseFactor = 19;
    private const int Room = 64;

    private readonly Dictionary<object, Kept> answers = [];

    /// <param name="question">With the equality of its values.</param>
    /// <param name="version">Of the state that is asked.</param>
    /// <param name="answer">Finds the answer.</param>
    public T Get<T>(object question, long version, Func<T> answer)
        where T : class
    {
        if (answers.TryGetValue(question, out var kept)
            && (kept.Version == version || time.GetElapsedTime(kept.At) < kept.Took * PauseFactor))
            return (T)kept.Answer;

        var started = time.GetTimestamp();
        var found = answer();
        if (answers.Count >= Room)
            answers.Clear();
        answers[question] = new Kept(found, version, time.GetTimestamp(), time.GetElapsedTime(started));
        return found;
    }

    private sealed record Kept(object Answer, long Version, long At, TimeSpan Took);
}

namespace Summarizer.Storage;

/// <summary>Counts the containers that were made again since the start, through whichever account it was noticed.</summary>
public sealed class ContainerRecreations
{
    private int results;

    /// <summary>How often the container of results was, so that what was in it can be made again too.</summary>
    public int Results => Volatile.Read(ref results);

    internal void Count(string container)
    {
        if (container == StorageNames.Results)
            Interlocked.Increment(ref results);
    }
}

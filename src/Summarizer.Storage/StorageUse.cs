namespace Summarizer.Storage;

/// <summary>Who waits for the storage's answer: each has an account of its own, with its own number of tries and time limits.</summary>
public enum StorageUse
{
    /// <summary>Work that nobody waits for: a call is tried for half a minute, so that an outage costs no article a try.</summary>
    Background,

    /// <summary>A request over HTTP: tried twice, each time for a few seconds.</summary>
    Interactive,

    /// <summary>A loop that asks again by itself soon, and measures what it costs: tried once.</summary>
    Polling,
}

namespace Summarizer.Host;

/// <summary>Keeps the failure of a start out of the log: the one who starts it gets it as an exception and says it in one
/// sentence.</summary>
internal sealed class StartingLog
{
    /// <summary>The hosting layer, which logs a failed start with its stack trace and then throws it.</summary>
    public const string Category = "Microsoft.Extensions.Hosting.Internal.Host";

    private volatile bool ended;

    /// <summary>A background service that fails meanwhile is critical, and stays in the log.</summary>
    public bool IsShown(LogLevel level) => level >= LogLevel.Warning && (ended || level != LogLevel.Error);

    /// <summary>The start succeeded: from now on everything is shown.</summary>
    public void End() => ended = true;
}

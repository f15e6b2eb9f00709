namespace Summarizer.Web;

/// <summary>What the entry tells of itself; no setting, so apart from <see cref="WebOptions"/>.</summary>
/// <param name="Live">Whether answers may go on for as long as a client listens. On Azure they may not.</param>
/// <param name="Stopping">Ends live answers when the server stops.</param>
/// <param name="BehindPlatform">Whether requests come over loopback from a platform that names the client, as on Azure.</param>
public sealed record WebEntry(bool Live, CancellationToken Stopping, bool BehindPlatform = false)
{
    /// <summary>Every answer ends by itself.</summary>
    public static WebEntry NotLive { get; } = new(false, CancellationToken.None, BehindPlatform: true);
}

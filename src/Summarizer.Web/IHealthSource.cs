namespace Summarizer.Web;

/// <summary>Something in this process that articles depend on besides storage; <c>GET /api/health</c> asks it.</summary>
public interface IHealthSource
{
    /// <summary>Why articles are not processed, in one sentence; null while they are.</summary>
    string? Problem { get; }
}

using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Summarizer.Web;

/// <summary>Reads a body within its bound, whether or not its length was announced.</summary>
internal static class RequestBody
{
    public static async Task<(ReadOnlyMemory<byte> Body, Problem? Problem)> ReadAsync(
        HttpRequest request, int maxBytes, Problem tooLarge, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            return (default, tooLarge);
        // The bound is ours, with our words; the server's own would answer without any.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
            bound.MaxRequestBodySize = null;

        using var buffer = new MemoryStream((int)(request.ContentLength ?? 0));
        var chunk = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (buffer.Length + read > maxBytes)
                    return (default, tooLarge);
                buffer.Write(chunk, 0, read);
            }
        }
        catch (Exception e) when (e is BadHttpRequestException or ConnectionAbortedException or ConnectionResetException)
        {
            return (default, Problem.Cut());
        }

        return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), null);
    }

    /// <summary>The type to store; null for what clients send when they were told none.</summary>
    public static string? DeclaredType(HttpRequest request) => request.ContentType switch
    {
        null or "" => null,
        var type when type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) => null,
        var type => type,
    };
}

using System.Net.Sockets;
using System.Text;

namespace Summarizer.Tests.Support;

/// <summary>A request line as it stands: HTTP clients tidy paths before they send them.</summary>
internal static class RawRequest
{
    public static Task<string> SendAsync(Uri server, string requestLine)
        => SendAsync(server, requestLine, "Host: localhost");

    /// <summary>With headers as they stand, the host's included.</summary>
    public static async Task<string> SendAsync(Uri server, string requestLine, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes($"{requestLine}\r\n{string.Join("\r\n", headers)}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

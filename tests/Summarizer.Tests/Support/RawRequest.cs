using System.Net.Sockets;
using System.Text;

namespace Summarizer.Tests.Support;

/// <summary>A request line as it stands: HTTP clients tidy paths before they send them.</summary>
internal static class RawRequest
{
    public static async Task<string> SendAsync(Uri server, string requestLine)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes($"{requestLine}\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

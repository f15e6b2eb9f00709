using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Summarizer.Host;
using Summarizer.Storage;

namespace Summarizer.Tests.Web;

public sealed class StorageOutageTests
{
    [Fact]
    public async Task Health_says_that_storage_is_away()
    {
        // A port that nothing listens on; reserved, so that nothing can.
        const string Away = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;";
        await using var app = HostApplication.Build([new(StorageNames.Connection, Away)]);
        app.Urls.Add("http://127.0.0.1:0");
        HostApplication.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("unhealthy", report.RootElement.GetProperty("status").GetString());
        Assert.Contains("ArticleStorage", report.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}

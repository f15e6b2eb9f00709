using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Summarizer.Host;
using Summarizer.Storage;
using Summarizer.Tests.Functions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web;

public sealed class StorageOutageTests
{
    [Fact]
    public async Task Health_says_that_storage_is_away()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("unhealthy", report.RootElement.GetProperty("status").GetString());
        Assert.Contains("ArticleStorage", report.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_upload_is_told_so_too_and_when_to_come_again()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await client.PutAsync(
            new Uri("/api/articles/a.txt", UriKind.Relative), new StringContent("text"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("storage-away", problem.RootElement.GetProperty("code").GetString());
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("GET", "/api/articles")]
    [InlineData("GET", "/api/articles/a.txt")]
    [InlineData("PUT", "/api/articles/a.txt")]
    [InlineData("DELETE", "/api/articles/a.txt")]
    [InlineData("GET", "/api/stances")]
    [InlineData("GET", "/api/stances/matrix")]
    [InlineData("GET", "/api/stances/timeline?target=a")]
    [InlineData("GET", "/api/feed.atom")]
    [InlineData("GET", "/api/health")]
    public async Task No_request_waits_for_more_than_two_tries(string method, string target)
    {
        await using var functions = FunctionsApp.AsFunctions((StorageNames.Connection, UnavailableStorage.Connection));

        Assert.Equal(503, (await functions.AnswerAsync(method, target)).Status);

        Assert.All(functions.StorageCalls.CountBy(call => call), tries => Assert.InRange(tries.Value, 1, 2));
        Assert.NotEmpty(functions.StorageCalls);
    }

    [Theory]
    [InlineData(409, "ContainerBeingDeleted")]
    [InlineData(409, "QueueBeingDeleted")]
    public async Task While_a_container_is_being_removed_every_route_is_503_and_says_when_to_come_again(int status, string code)
    {
        await using var storage = await RefusingStorage.StartAsync(status, code);
        await using var app = await storage.StartHostAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        string[] requests = ["GET articles", "GET articles/a.txt", "PUT articles/a.txt", "DELETE articles/a.txt", "GET stances/matrix"];
        foreach (var asked in requests)
        {
            using var request = new HttpRequestMessage(new HttpMethod(asked.Split(' ')[0]), $"/api/{asked.Split(' ')[1]}");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
        }

        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var app = HostApplication.Build([new(StorageNames.Connection, UnavailableStorage.Connection)]);
        app.Urls.Add("http://127.0.0.1:0");
        HostApplication.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

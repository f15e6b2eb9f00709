using System.Net;
using Summarizer.Tests.Functions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Endpoints;

public sealed class LiveTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_and_its_result_and_its_removal_are_told()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var response = await host.Client.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead,
            Token);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        Assert.Equal("event: ready", await events.ReadLineAsync(Token));

        using var stored = await host.PutAsync("a.txt", Articles.Text());
        await UntilAsync(events, "\"name\":\"a.txt\",\"status\":\"pending\"");
        await UntilAsync(events, "\"name\":\"a.txt\",\"status\":\"succeeded\"");
        using var removed = await host.Client.DeleteAsync(new Uri("/api/articles/a.txt", UriKind.Relative), Token);
        await UntilAsync(events, "event: removed");
    }

    [Fact]
    public async Task On_azure_the_client_is_told_to_ask_again()
    {
        await using var functions = FunctionsApp.AsFunctions();

        var (status, type, body) = await functions.AnswerAsync("GET", "/api/events");

        Assert.Equal((501, "application/problem+json"), (status, type));
        Assert.Contains("GET /api/articles", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_and_the_page_still_opens()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Api:RequestsPerMinute", "3"), ("Api:Key", "k"));
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("/api/articles")).StatusCode);

        using var refused = await host.GetAsync("/api/articles");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Api__RequestsPerMinute", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/api/health")).StatusCode);
    }

    private static async Task UntilAsync(StreamReader events, string wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (await events.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(wanted, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"The events ended without {wanted}.");
    }
}

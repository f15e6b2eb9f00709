using Summarizer.Tests.Functions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web;

public sealed class RequestGateTests(AzuriteFixture azurite)
{
    private static readonly (string, string) OneRequest = ("Api:RequestsPerMinute", "1");

    [Fact]
    public async Task Both_entries_count_each_request_once()
    {
        await using var host = FunctionsApp.AsHost(OneRequest);
        await using var functions = FunctionsApp.AsFunctions(OneRequest);

        foreach (var entry in new[] { host, functions })
        {
            Assert.Equal(400, (await entry.AnswerAsync("GET", "/api/articles?limit=0")).Status);
            Assert.Equal(429, (await entry.AnswerAsync("GET", "/api/articles?limit=0")).Status);
        }
    }

    [Fact]
    public async Task The_whole_host_counts_a_request_once_on_its_way_to_a_handler()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), OneRequest);

        using var first = await host.GetAsync("/api/articles");
        using var second = await host.GetAsync("/api/articles");

        Assert.Equal((200, 429), ((int)first.StatusCode, (int)second.StatusCode));
    }
}

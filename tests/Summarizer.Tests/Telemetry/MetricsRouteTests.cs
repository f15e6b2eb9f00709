using System.Net;
using System.Text;
using OpenTelemetry.Metrics;
using Summarizer.Tests.Support;
using Summarizer.Tests.Web;
using Summarizer.Web.Telemetry;

namespace Summarizer.Tests.Telemetry;

/// <remarks>
/// Alone in its process, as a host is: the SDK gives instruments of one name one stream, which ends with the first container that is
/// disposed, so that those of other tests would take this host's numbers with them.
/// </remarks>
[Collection(nameof(AloneInProcess))]
public sealed class MetricsRouteTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scraper_can_read_what_was_done()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        (await host.PutAsync("empty.txt", [])).Dispose();
        await host.EndOfAsync("a.txt");
        await host.EndOfAsync("empty.txt");

        // A result can be read a moment before it is counted.
        await Wait.UntilAsync(async () =>
        {
            var counted = Exposition.Parse(await host.Client.GetStringAsync(new Uri("/api/metrics", UriKind.Relative), Token)).Samples;
            return counted.ContainsKey("summarizer_article_outcomes_total{engine=\"embedded\",outcome=\"succeeded\"}")
                && counted.ContainsKey("summarizer_article_outcomes_total{engine=\"embedded\",error_type=\"empty\",outcome=\"failed\"}");
        });
        using var response = await host.GetAsync("/api/metrics");
        var read = Exposition.Parse(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.True(read.Samples["process_open_file_descriptor_count"] > 0);
        Assert.True(read.Samples["process_thread_count"] > 0);
        Assert.True(read.Samples["dotnet_process_memory_working_set_bytes"] > 0);
        Assert.Equal("histogram", read.Kinds["summarizer_storage_call_duration_seconds"]);
        Assert.Equal("gauge", read.Kinds["summarizer_article_pending"]);
        Assert.Equal("counter", read.Kinds["dotnet_gc_collections_total"]);
    }

    [Fact]
    public async Task It_asks_for_the_key_like_the_rest_of_the_api()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Api:Key", "correct horse"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/metrics");
        request.Headers.Add("x-functions-key", "correct horse");

        using var without = await host.GetAsync("/api/metrics");
        using var with = await host.Client.SendAsync(request, Token);

        await ArticleRoutesTests.AssertProblemAsync(without, HttpStatusCode.Unauthorized, "wrong-key");
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Fact]
    public async Task Two_scrapers_at_once_both_get_a_whole_answer()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => host.Client.GetStringAsync(new Uri("/api/metrics", UriKind.Relative), Token)));

        Assert.All(answers, answer => Assert.NotEmpty(Exposition.Parse(answer).Samples));
    }

    [Theory]
    [InlineData("summarizer.article.outcomes", "{article}", "counter", "summarizer_article_outcomes_total")]
    [InlineData("summarizer.article.duration", "s", "histogram", "summarizer_article_duration_seconds")]
    [InlineData("dotnet.gc.heap.total_allocated", "By", "counter", "dotnet_gc_heap_total_allocated_bytes_total")]
    [InlineData("odd-name/1", "", "gauge", "odd_name_1")]
    [InlineData("9lives", "1", "gauge", "_9lives_ratio")]
    public void Names_are_spelled_as_prometheus_wants_them(string name, string unit, string kind, string spelled)
        => Assert.Equal(spelled, PrometheusNames.From(name, unit, kind));

    [Fact]
    public void Label_values_may_hold_anything()
    {
        using var meters = new System.Diagnostics.Metrics.Meter($"test-{Guid.NewGuid():N}");
        using var page = new PrometheusMetrics();
        var builder = OpenTelemetry.Sdk.CreateMeterProviderBuilder().AddMeter(meters.Name);
        page.Into(builder);
        using var provider = builder.Build();
        meters.CreateCounter<long>("odd", null, "A \\ and\na line").Add(3, new KeyValuePair<string, object?>("say", "\"a\\b\"\nc"));

        var read = Exposition.Parse(Encoding.UTF8.GetString(page.Read().Span));

        Assert.Equal(3, read.Samples["odd_total{say=\"\\\"a\\\\b\\\"\\nc\"}"]);
    }
}

using System.Net;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Tests.LanguageModel;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Telemetry;

/// <summary>What leaves the Host over the wire: everything about an article, and nothing out of it.</summary>
public sealed class OtlpTests(AzuriteFixture azurite)
{
    private const string Marker = "Zyxmarkerword";

    [Fact]
    public async Task A_trace_arrives_with_its_stages_and_the_result_names_it()
    {
        await using var collector = await Collector.StartAsync();
        string trace;
        await using (var host = await HostDriver.StartAsync(azurite.NextAccount(), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint)))
        {
            (await host.PutAsync("otlp/one.txt", Articles.Text())).Dispose();
            trace = (await host.EndOfAsync("otlp/one.txt")).Result.GetProperty("traceId").GetString()!;
        }

        var spans = SentSpan.All(collector).Where(s => s.TraceId == trace).ToList();
        var root = spans.Single(s => s.Name == "article");
        Assert.Equal("otlp/one.txt", root.Tags["summarizer.article.name"]);
        Assert.Equal("succeeded", root.Tags["summarizer.article.outcome"]);
        Assert.Equal("", root.Parent);
        string[] stages = ["engine", "ground", "parse", "read", "wait", "write"];
        Assert.Equal(stages, spans.Where(s => s.Parent == root.SpanId).Select(s => s.Name).Order());

        var metrics = collector.Received("/v1/metrics");
        string[] instruments = ["summarizer.article.outcomes", "summarizer.storage.call.duration", "dotnet.process.memory.working_set"];
        Assert.All(instruments, name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        var logs = collector.Received("/v1/logs");
        Assert.Contains("otlp/one.txt", logs, StringComparison.Ordinal);
        Assert.Contains(System.Text.Encoding.Latin1.GetString(Convert.FromHexString(trace)), logs, StringComparison.Ordinal);
        Assert.Contains("summarizer-host", logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_of_the_model_is_a_span_by_the_conventions()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await ModelServer.StartAsync(TestContext.Current.CancellationToken);
        server.Next(
            ModelServerAnswer.Report(
                "The town council reopened the old library of Marlow on Monday after a repair that took 1 years and cost less than "
                    + "planned."));
        await using (var host =
            await HostDriver.StartAsync(azurite.NextAccount(), [.. Model(server), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint)]))
        {
            (await host.PutAsync("otlp/model.txt", Articles.Text())).Dispose();
            Assert.Equal(HttpStatusCode.OK, (await host.EndOfAsync("otlp/model.txt")).Status);
        }

        var spans = SentSpan.All(collector);
        var call = spans.Single(s => s.Name == "chat telemetry-model");
        Assert.Equal("engine", spans.Single(s => s.SpanId == call.Parent).Name);
        Assert.Equal("telemetry-model", call.Tags["gen_ai.request.model"]);
        Assert.Equal("openai", call.Tags["gen_ai.provider.name"]);
        Assert.Contains("gen_ai.usage.input_tokens", call.Tags.Keys);
        Assert.Contains("gen_ai.usage.output_tokens", call.Tags.Keys);
    }

    [Fact]
    public async Task No_word_of_an_article_or_of_a_model_leaves_in_any_signal()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await ModelServer.StartAsync(TestContext.Current.CancellationToken);
        server.Always(request => request.Prompt switch
        {
            var p when p.Contains("kind: refused", StringComparison.Ordinal)
                => ModelServerAnswer.Content(null, refusal: $"I do not speak of {Marker}."),
            var p when p.Contains("kind: invented", StringComparison.Ordinal) => ModelServerAnswer.Report($"{Marker} won in 1999."),
            var p when p.Contains("kind: garbled", StringComparison.Ordinal) => ModelServerAnswer.Content($"{Marker} {{"),
            // Some servers repeat in an error what they were sent.
            var p when p.Contains("kind: echoed", StringComparison.Ordinal) => ModelServerAnswer.Error(401, "bad", $"input: {Marker}"),
            _ => ModelServerAnswer.Report($"The {Marker} council met."),
        });
        string page;
        string[] kinds = ["plain", "refused", "invented", "garbled", "echoed"];
        await using (var host = await HostDriver.StartAsync(
            azurite.NextAccount(), [.. Model(server), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint)]))
        {
            foreach (var kind in kinds)
            {
                (await host.PutAsync($"{kind}.txt", Marked(kind))).Dispose();
                if (kind != "echoed")
                    await host.EndOfAsync($"{kind}.txt");
            }

            (await host.PutAsync("broken.html", System.Text.Encoding.UTF8.GetBytes($"<title>{Marker}</title>\0<p>{Marker}"))).Dispose();
            await host.EndOfAsync("broken.html");
            await UntilWaitingAsync(host, "echoed.txt");
            using var response = await host.GetAsync("/api/metrics");
            page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("summarizer_article_outcomes_total", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, page, StringComparison.OrdinalIgnoreCase);
        foreach (var path in new[] { "/v1/traces", "/v1/metrics", "/v1/logs" })
        {
            var sent = collector.Received(path);
            Assert.NotEmpty(sent);
            Assert.DoesNotContain(Marker, sent, StringComparison.OrdinalIgnoreCase);
        }

        // What was kept silent about happened all the same.
        Assert.All(kinds, kind => Assert.Contains($"{kind}.txt", collector.Received("/v1/traces"), StringComparison.Ordinal));
        Assert.Contains("refused the credentials", collector.Received("/v1/logs"), StringComparison.Ordinal);

        // Names of articles are no labels either.
        Assert.All(kinds, kind => Assert.DoesNotContain($"{kind}.txt", page + collector.Received("/v1/metrics"), StringComparison.Ordinal));
    }

    private static byte[] Marked(string kind) => System.Text.Encoding.UTF8.GetBytes(
        $"The {Marker} report\n\nThe {Marker} council met. {Marker} said that the {Marker} plan failed, kind: {kind}, and left "
            + $"{Marker} at noon.\n\n"
        + $"On Monday {Marker} praised the mayor of {Marker}. The {Marker} plan is wrong, said {Marker}.\n");

    private static (string, string)[] Model(ModelServer server) =>
        [("Engine", "openai"), ("OpenAI:Endpoint", server.Endpoint.ToString()), ("OpenAI:Model", "telemetry-model"),
            ("OpenAI:ApiKey", "none")];

    private static Task UntilWaitingAsync(HostDriver host, string name)
    {
        var deferrals = (DeferralStore)host.Services.GetService(typeof(DeferralStore))!;
        return Wait.UntilAsync(async () => await deferrals.ReadAsync(name, TestContext.Current.CancellationToken) is not null);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Summarizer.Host;
using Summarizer.Host.Commands;
using Summarizer.Storage;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Host;
using Summarizer.Tests.Support;
using Summarizer.Web.Telemetry;

namespace Summarizer.Tests.Telemetry;

public sealed class TelemetrySettingsTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("TRACES", false)]
    [InlineData("TRACES", true, "OTEL_EXPORTER_OTLP_ENDPOINT=http://c")]
    [InlineData("LOGS", false, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://c/v1/traces")]
    [InlineData("TRACES", true, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://c/v1/traces")]
    [InlineData("TRACES", false, "OTEL_EXPORTER_OTLP_ENDPOINT=http://c", "OTEL_TRACES_EXPORTER=none")]
    [InlineData("METRICS", true, "OTEL_EXPORTER_OTLP_ENDPOINT=http://c", "OTEL_TRACES_EXPORTER=none")]
    [InlineData("TRACES", true, "OTEL_TRACES_EXPORTER=otlp")]
    [InlineData("TRACES", false, "OTEL_EXPORTER_OTLP_ENDPOINT=http://c", "OTEL_SDK_DISABLED=true")]
    public void Something_is_sent_only_where_the_standard_variables_say_so(string signal, bool sends, params string[] settings)
        => Assert.Equal(sends, OtlpSettings.Sends(Settings(settings), signal));

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=collector", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL=http/json", "http/protobuf")]
    public void A_wrong_variable_stops_the_start_and_is_named(string setting, string named)
    {
        var pair = setting.Split('=');

        var problem = Assert.Throws<CommandException>(() => HostApplication.Build([new(pair[0], pair[1])]));

        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traces_can_be_printed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("printed.txt", Articles.Text());
        using var host = HostProcess.Start(azurite.NextAccount(), ["--once", file], ("OTEL_TRACES_EXPORTER", "console"));

        Assert.True(await host.EndAsync() == 0, host.Errors);

        string[] spans = ["  article  summarizer.article.name=printed.txt", "    wait", "    read", "    parse", "    engine", "    ground",
            "    write"];
        var lines = host.Output.Split('\n').SkipWhile(l => !l.StartsWith("trace ", StringComparison.Ordinal)).Skip(1).Take(spans.Length);
        Assert.All(lines.Zip(spans), pair => Assert.Contains($" ms{pair.Second}", pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_from_before_there_were_traces_are_read_and_meet_the_schema()
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(Results.Of("old.txt"), SummarizerJson.Readable.ArticleResult))!.AsObject();
        Assert.True(json.Remove("traceId"));

        var read = new StoredResult(default, BinaryData.FromString(json.ToJsonString()), null, false).Parse();
        var (status, output) = await NodeTool.RunAsync(
            "validate.cjs",
            [Path.Combine(Repository.Root, "src", "Summarizer.Web", "Contracts", "article-result.v1.json")],
            json.ToJsonString() + "\n");

        Assert.NotNull(read);
        Assert.Null(read.TraceId);
        Assert.True(status == 0, output);
    }

    private static IConfiguration Settings(string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Split('=')[0], (string?)s.Split('=')[1]))).Build();
}

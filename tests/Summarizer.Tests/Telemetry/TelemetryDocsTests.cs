using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host;
using Summarizer.Host.Telemetry;
using Summarizer.LanguageModel;
using Summarizer.Pipeline.Telemetry;
using Summarizer.Storage;
using Summarizer.Storage.Telemetry;
using Summarizer.Telemetry;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Telemetry;

/// <summary>docs/telemetry.md names the instruments, spans and variables that there are.</summary>
public sealed partial class TelemetryDocsTests
{
    private static readonly string Page = Repository.Text("docs/telemetry.md");

    [Fact]
    public async Task The_instruments_of_the_page_are_those_of_the_code()
    {
        await using var app = HostApplication.Build(
        [
            new(StorageNames.Connection, "UseDevelopmentStorage=true"), new("Engine", "openai"),
            new("OpenAI:Endpoint", "http://127.0.0.1:1/v1/"), new("OpenAI:Model", "m"),
        ]);
        using var measured = new Measured(app.Services.GetRequiredService<IMeterFactory>());
        object[] all =
        [
            app.Services.GetRequiredService<ArticleMeters>(), app.Services.GetRequiredService<StorageMeter>(),
            app.Services.GetRequiredService<ModelMeters>(), app.Services.GetRequiredService<HostMeters>(),
        ];

        var coded = measured.Instruments.Where(i => SummarizerMeters.All.Contains(i.Meter.Name)).ToList();

        Assert.Equal(all.Length, coded.Select(i => i.Meter.Name).Distinct().Count());
        Assert.Equal(
            coded.Select(i => $"{i.Name} {KindOf(i)} {i.Unit}").Order(StringComparer.Ordinal),
            Row().Matches(Page).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_spans_of_the_page_are_those_of_the_code()
    {
        string[] spans =
        [
            ArticleTrace.Article, ArticleTrace.Wait, ArticleTrace.Read, ArticleTrace.Parse, ArticleTrace.Engine, ArticleTrace.Ground,
            ArticleTrace.Write,
        ];

        Assert.All(spans, span => Assert.Contains($"| `{span}` |", Page, StringComparison.Ordinal));
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => "counter",
        "Histogram" => "histogram",
        _ => "gauge",
    };

    [GeneratedRegex(@"^\| `([a-z_.]+)` \| (counter|histogram|gauge) \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using System.Net;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Readme;

/// <summary>What the README shows is what comes back.</summary>
public sealed class ReadmeSampleTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_sample_is_the_result_of_a_run()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        var file = Path.Combine(AppContext.BaseDirectory, "samples", ReadmeSample.Article);
        using var put = await host.PutAsync(ReadmeSample.Article,
            await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        var (status, result) = await host.EndOfAsync(ReadmeSample.Article);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(
            ReadmeSample.In(Repository.Text("README.md").ReplaceLineEndings("\n")) == ReadmeSample.Render(result.GetRawText()),
            "The README's sample is stale; make it anew: dotnet run -c Release --project tests/Summarizer.Benchmarks -- readme");
    }

    [Fact]
    public void Long_texts_are_cut_between_words_and_what_is_left_out_is_marked()
    {
        var sample = ReadmeSample.Render(
            $$"""
            { "name": "a.txt", "processedAt": "2026-01-01", "article": { "text": "{{new string('x', 38)}} and so on and on and on" },
              "stances": [
                { "holder": "author", "stance": "neutral", "confidence": 0.9, "evidence": [] },
                { "holder": "author", "stance": "favor", "confidence": 0.6, "evidence": [{ "quote": "a" }, { "quote": "b" }] }] }
            """);

        Assert.Contains($"{new string('x', 38)} and so on …\"", sample, StringComparison.Ordinal);
        Assert.Contains("\"confidence\": 0.6, \"evidence\": [{ \"quote\": \"a\" }, …] }, …]", sample, StringComparison.Ordinal);
        Assert.DoesNotContain("processedAt", sample, StringComparison.Ordinal);
    }
}

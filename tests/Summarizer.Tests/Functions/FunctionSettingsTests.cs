using System.Globalization;
using System.Text.Json;
using Summarizer.Functions;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Functions;

/// <summary>host.json and local.settings.json agree with the functions and with the storage code.</summary>
public sealed class FunctionSettingsTests
{
    [Fact]
    public void Routes_are_served_as_written()
        => Assert.Equal("", Host().GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void The_queue_trigger_reads_what_the_retry_queue_writes()
    {
        var queues = Host().GetProperty("extensions").GetProperty("queues");

        // StorageAccount writes messages in Base64.
        Assert.Equal("base64", queues.GetProperty("messageEncoding").GetString());
    }

    [Fact]
    public void A_storage_outage_is_waited_out_in_the_queue_which_pauses_and_not_by_the_blob_trigger_which_does_not()
    {
        var extensions = Host().GetProperty("extensions");
        var queues = extensions.GetProperty("queues");

        Assert.True(queues.GetProperty("maxDequeueCount").GetInt32() >= 1000);
        var pause = TimeSpan.Parse(queues.GetProperty("visibilityTimeout").GetString()!, CultureInfo.InvariantCulture);
        Assert.True(pause >= TimeSpan.FromSeconds(30));
        Assert.InRange(extensions.GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32(), 2, 10);
    }

    [Fact]
    public void What_the_host_answers_by_itself_says_nosniff_too()
    {
        var headers = Host().GetProperty("extensions").GetProperty("http").GetProperty("customHeaders");

        Assert.Equal("nosniff", headers.GetProperty("X-Content-Type-Options").GetString());
    }

    [Theory]
    [InlineData("http",
        new[] { "routePrefix", "maxOutstandingRequests", "maxConcurrentRequests", "dynamicThrottlesEnabled", "hsts", "customHeaders" })]
    [InlineData("blobs", new[] { "maxDegreeOfParallelism", "poisonBlobThreshold" })]
    [InlineData("queues",
        new[] { "maxPollingInterval", "visibilityTimeout", "batchSize", "maxDequeueCount", "newBatchThreshold", "messageEncoding" })]
    public void Extensions_are_set_by_documented_names_for_the_host_says_nothing_of_others(string extension, string[] documented)
        => Assert.Empty(Host().GetProperty("extensions").GetProperty(extension).EnumerateObject().Select(p => p.Name).Except(documented));

    [Fact]
    public void Bindings_come_with_the_build_and_not_from_a_bundle()
        => Assert.False(Host().TryGetProperty("extensionBundle", out _));

    [Fact]
    public void The_app_carries_the_host_json_of_the_root()
        => Assert.Equal(
            Repository.Text("host.json"),
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(ArticleFunctions).Assembly.Location)!, "host.json")));

    [Fact]
    public void Locally_the_scan_notices_uploads_and_no_secret_is_written_down()
    {
        var values = Repository.Json("src/Summarizer.Functions/local.settings.json").GetProperty("Values")
            .EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString());

        Assert.Equal("true", values["AzureWebJobs.SummarizeArticle.Disabled"]);
        Assert.Equal("false", values["AzureWebJobs.SummarizeArticleByScan.Disabled"]);
        Assert.Equal("UseDevelopmentStorage=true", values[StorageNames.Connection]);
        Assert.Equal("dotnet-isolated", values["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.DoesNotContain(values.Values, v => v!.Contains("AccountKey", StringComparison.OrdinalIgnoreCase));
        Assert.All(
            values.Keys.Where(k => k.EndsWith(".Disabled", StringComparison.Ordinal)),
            k => Assert.NotNull(FunctionsApp.Named(k.Split('.')[1])));
    }

    [Fact]
    public void The_worker_may_read_its_own_settings_by_reflection()
    {
        // dotnet-worker issue 2715: with reflection switched off the worker stops at its start.
        var project = Repository.Text("src/Summarizer.Functions/Summarizer.Functions.csproj");

        Assert.Contains(
            "<JsonSerializerIsReflectionEnabledByDefault>true</JsonSerializerIsReflectionEnabledByDefault>", project,
            StringComparison.Ordinal);
    }

    private static JsonElement Host() => Repository.Json("host.json");
}

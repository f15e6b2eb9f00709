using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Contracts;

/// <summary>The schema and the API's description, held to real answers and to the real routes.</summary>
public sealed class ContractTests(AzuriteFixture azurite)
{
    private static string Samples => Path.Combine(Repository.Root, "src", "Summarizer.Host", "samples");

    [Fact]
    public async Task Real_results_meet_the_schema()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Stances:Watch:0", "Nobody=Nemo"));
        var uploads = Directory.GetFiles(Samples).ToDictionary(f => Path.GetFileName(f)!, File.ReadAllBytes);
        uploads["empty.txt"] = [];
        uploads["picture.txt"] = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13];
        foreach (var (name, content) in uploads)
            (await host.PutAsync(name, content)).Dispose();

        var lines = new StringBuilder();
        foreach (var name in uploads.Keys)
            lines.AppendLine(JsonSerializer.Serialize((await host.EndOfAsync(name)).Result, AnyJson.Default.JsonElement));
        using var schema = await host.GetAsync("/schemas/article-result.v1.json");
        var file = Path.Combine(Path.GetTempPath(), $"schema-{Guid.NewGuid():N}.json");
        await File.WriteAllBytesAsync(
            file, await schema.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var (status, output) = await NodeTool.RunAsync("validate.cjs", [file], lines.ToString());
        File.Delete(file);

        Assert.True(status == 0, output);
        var (broken, _) = await NodeTool.RunAsync("validate.cjs", [Schema], "{\"schemaVersion\":1}\n");
        Assert.Equal(1, broken);
    }

    [Fact]
    public async Task Every_quote_of_the_samples_stands_where_it_says()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        foreach (var file in Directory.GetFiles(Samples))
        {
            var name = Path.GetFileName(file);
            (await host.PutAsync(name, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))).Dispose();
            var (status, result) = await host.EndOfAsync(name);
            Assert.Equal(HttpStatusCode.OK, status);

            var text = result.GetProperty("article").GetProperty("text").GetString()!;
            var claims = result.GetProperty("summary").GetProperty("sentences").EnumerateArray()
                .Concat(result.GetProperty("stances").EnumerateArray());
            foreach (var evidence in claims.SelectMany(c => c.GetProperty("evidence").EnumerateArray()))
                Assert.Equal(
                    evidence.GetProperty("quote").GetString(),
                    text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task Every_described_operation_is_served_and_the_other_way_round()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var response = await host.GetAsync("/openapi/v1.json");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var described = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()
                .Where(o => o.Name is "get" or "put" or "delete" or "post")
                .Select(o => $"{o.Name.ToUpperInvariant()} {path.Name}"));

        var served = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Where(m => m != "HEAD")
                .Select(m => $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}"))
            .Where(r => !r.StartsWith("GET /page/", StringComparison.Ordinal))
            .Select(r => r.Replace("{*name}", "{name}", StringComparison.Ordinal)
                .Replace("{file}", "article-result.v1.json", StringComparison.Ordinal));

        Assert.Equal(described.Order(StringComparer.Ordinal), served.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Unknown_addresses_and_methods_get_problems()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var nowhere = await host.GetAsync("/api/nothing");
        using var schema = await host.GetAsync("/schemas/other.json");
        using var post = await host.Client.PostAsync(
            new Uri("/api/articles", UriKind.Relative), null, TestContext.Current.CancellationToken);

        await ArticleRoutesTests.AssertProblemAsync(nowhere, HttpStatusCode.NotFound, "no-route");
        await ArticleRoutesTests.AssertProblemAsync(schema, HttpStatusCode.NotFound, "no-route");
        await ArticleRoutesTests.AssertProblemAsync(post, HttpStatusCode.MethodNotAllowed, "wrong-method");
        Assert.Contains("GET", post.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_page_allows_only_its_own_files()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var page = await host.GetAsync("/");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var files = System.Text.RegularExpressions.Regex.Matches(html, "(?:src|href)=\"(page/[^\"]+)\"");
        Assert.NotEmpty(files);
        foreach (System.Text.RegularExpressions.Match file in files)
        {
            using var served = await host.GetAsync("/" + file.Groups[1].Value);
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        }
    }

    private static string Schema => Path.Combine(
        Repository.Root, "src", "Summarizer.Web", "Contracts", "article-result.v1.json");
}

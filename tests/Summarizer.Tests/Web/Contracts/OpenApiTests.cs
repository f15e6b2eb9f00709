using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;
using Summarizer.Storage.Reviews;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;
using Summarizer.Web;

namespace Summarizer.Tests.Web.Contracts;

/// <summary>The API's description says what the API does.</summary>
public sealed class OpenApiTests(AzuriteFixture azurite)
{
    private static readonly JsonElement Contract = JsonElement.Parse(
        Repository.Text("src/Summarizer.Web/Contracts/openapi.v1.json"));

    [Fact]
    public void Every_problem_is_described_and_no_other()
    {
        var codes = typeof(Problem).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.ReturnType == typeof(Problem))
            .Select(
                m => ((Problem)m.Invoke(null, [.. m.GetParameters().Select(p => p.ParameterType == typeof(int) ? (object)1 : "x")])!).Code);

        var described = Contract.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties")
            .GetProperty("code").GetProperty("enum").EnumerateArray().Select(c => c.GetString()!);

        Assert.Equal(codes.Order(), described.Order());
    }

    [Fact]
    public void Examples_are_as_described()
    {
        var count = 0;
        foreach (var content in Find(Contract, "application/json"))
        {
            if (!content.TryGetProperty("example", out var example))
                continue;
            Assert.Empty(SchemaCheck.Of(Contract, content.GetProperty("schema"), example));
            count++;
        }

        Assert.True(count >= 5);
    }

    [Fact]
    public async Task The_served_description_passes_a_linter()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var folder = new TemporaryFolder();
        foreach (var target in new[] { "openapi/v1.json", "schemas/article-result.v1.json" })
        {
            using var served = await host.GetAsync("/" + target);
            Directory.CreateDirectory(Path.Combine(folder.Path, Path.GetDirectoryName(target)!));
            folder.Write(target, await served.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        var (status, output) = await LintAsync(folder);
        Assert.True(status == 0, output);
        Assert.DoesNotContain("warning.", output, StringComparison.Ordinal);

        File.Delete(Path.Combine(folder.Path, "schemas", "article-result.v1.json"));
        Assert.Equal(1, (await LintAsync(folder)).Status);
    }

    [Theory]
    [InlineData("GET", "/api/articles", 200)]
    [InlineData("GET", "/api/articles?q=siege&status=succeeded&target=derna&stance=favor&from=2016-01-01&to=2030-01-01&limit=2", 200)]
    [InlineData("GET", "/api/articles?limit=0", 400)]
    [InlineData("GET", "/api/articles?status=odd", 400)]
    [InlineData("GET", "/api/articles?from=yesterday", 400)]
    [InlineData("GET", "/api/articles?cursor=%20", 400)]
    [InlineData("GET", "/api/articles/none.txt", 404)]
    [InlineData("GET", "/api/articles/seeded.txt", 200)]
    [InlineData("GET", "/api/articles/failed.txt", 422)]
    [InlineData("GET", "/api/articles/a%2F%2Fb", 400)]
    [InlineData("PUT", "/api/articles/new.txt", 202)]
    [InlineData("PUT", "/api/articles/a%2F%2Fb", 400)]
    [InlineData("DELETE", "/api/articles/none.txt", 404)]
    [InlineData("GET", "/api/stances?limit=3", 200)]
    [InlineData("GET", "/api/stances?stance=odd", 400)]
    [InlineData("GET", "/api/stances?holder=odd", 400)]
    [InlineData("GET", "/api/stances/matrix", 200)]
    [InlineData("GET", "/api/stances/matrix?limit=101", 400)]
    [InlineData("GET", "/api/stances/timeline?target=Derna", 200)]
    [InlineData("GET", "/api/stances/timeline", 400)]
    [InlineData("GET", "/api/targets", 200)]
    [InlineData("GET", "/api/targets?q=der&type=person&limit=1", 200)]
    [InlineData("GET", "/api/targets?type=odd", 400)]
    [InlineData("GET", "/api/targets?limit=201", 400)]
    [InlineData("GET", "/api/reviews", 200)]
    [InlineData("GET", "/api/reviews?limit=0", 400)]
    [InlineData("GET", "/api/reviews/seeded.txt", 200)]
    [InlineData("GET", "/api/reviews/failed.txt", 404)]
    [InlineData("PUT", "/api/reviews/seeded.txt", 400)]
    [InlineData("GET", "/api/agreement", 200)]
    [InlineData("GET", "/api/agreement?by=engine", 400)]
    [InlineData("GET", "/api/differences?left=seeded.txt&right=seeded.txt", 200)]
    [InlineData("GET", "/api/editions/seeded.txt", 200)]
    [InlineData("GET", "/api/editions/none.txt", 404)]
    [InlineData("GET", "/api/stances/matrix?editions=each", 200)]
    [InlineData("GET", "/api/differences?left=seeded.txt", 400)]
    [InlineData("GET", "/api/differences?left=seeded.txt&right=none.txt", 404)]
    [InlineData("GET", "/api/health", 200)]
    public async Task Answers_are_as_described(string method, string target, int status)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        await SeedAsync(host);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(target, UriKind.Relative));

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        var described = Describe(method, target).GetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var content = described.GetProperty("content").GetProperty(response.Content.Headers.ContentType!.MediaType!);
        if (!content.TryGetProperty("schema", out var schema))
            return;
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(SchemaCheck.Of(Contract, schema, body));
    }

    [Theory]
    [InlineData("/api/articles/seeded.txt", "text/markdown")]
    [InlineData("/api/articles/seeded.txt", "text/html")]
    [InlineData("/api/stances", "text/csv")]
    [InlineData("/api/stances/matrix", "text/csv")]
    [InlineData("/api/stances/timeline?target=Derna", "text/csv")]
    [InlineData("/api/reviews", "application/x-ndjson")]
    [InlineData("/api/feed.atom", "application/atom+xml")]
    public async Task Formats_are_as_described(string target, string type)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        await SeedAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(target, UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.True(Describe("GET", target).GetProperty("200").GetProperty("content").TryGetProperty(type, out _));
    }

    private static Task<(int Status, string Output)> LintAsync(TemporaryFolder folder) => NodeTool.RunAsync(
        Path.Combine("node_modules", "@redocly", "cli", "bin", "cli.js"), ["lint", Path.Combine(folder.Path, "openapi", "v1.json")], "");

    private static async Task SeedAsync(HostDriver host)
    {
        var results = host.Services.GetRequiredService<ResultStore>();
        var seeded = Results.Of("seeded.txt", 1, "The siege", "The Herald", new DateOnly(2018, 5, 16), ("Derna", Stance.Favor));
        var failed = Results.Of("failed.txt") with
        {
            Status = ArticleStatus.Failed,
            Failure = new ArticleFailure(FailureCode.Empty, "failed.txt is empty; upload a text.", 1),
        };
        await results.TryWriteAsync(seeded, null, TestContext.Current.CancellationToken);
        await results.TryWriteAsync(failed, null, TestContext.Current.CancellationToken);
        var verdict = new ReviewVerdict
        {
            Kind = ReviewKind.Stance,
            Target = "Derna",
            Judgement = Judgement.Accepted,
            Stance = Stance.Favor,
            Reviewer = "anna",
            At = new DateTime(2026, 11, 20, 11, 0, 0, DateTimeKind.Utc),
        };
        var disputed = verdict with { Judgement = Judgement.Rejected, Reviewer = "ben" };
        var review = new Review { Name = "seeded.txt", Verdicts = [verdict, disputed] };
        await host.Services.GetRequiredService<ReviewStore>()
            .TryWriteAsync("seeded.txt", review, null, TestContext.Current.CancellationToken);
    }

    private static JsonElement Describe(string method, string target)
    {
        var path = target.Split('?')[0];
        var named = Array.Find(["/api/articles/", "/api/reviews/", "/api/editions/"], p => path.StartsWith(p, StringComparison.Ordinal));
        var template = named is null ? path : named + "{name}";
        return Contract.GetProperty("paths").GetProperty(template).GetProperty(method.ToLowerInvariant()).GetProperty("responses");
    }

    private static IEnumerable<JsonElement> Find(JsonElement at, string name) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(m => m.Name == name ? [m.Value] : Find(m.Value, name)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(i => Find(i, name)),
        _ => [],
    };
}

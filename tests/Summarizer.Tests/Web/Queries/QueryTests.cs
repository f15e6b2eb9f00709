using System.Net;
using System.Text.Json;
using Summarizer.Tests.Functions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Queries;

/// <summary>A parameter that means nothing is not passed over: a list would answer with more than was asked for.</summary>
public sealed class QueryTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("/api/articles?publsher=x", "publsher", "publisher")]
    [InlineData("/api/articles?publsher=", "publsher", "publisher")]
    [InlineData("/api/articles?q=x&%3Cscript%3E=1", "<script>", "limit")]
    [InlineData("/api/articles?code=x", "code", "limit")]
    [InlineData("/api/articles?=x", "\"\"", "limit")]
    [InlineData("/api/articles?limit=2&limit=3", "limit is given 2 times", "")]
    [InlineData("/api/articles?q=a&Q=b", "given 2 times", "")]
    [InlineData("/api/stances?status=failed", "status", "target")]
    [InlineData("/api/stances/matrix?cursor=x", "cursor", "publisher")]
    [InlineData("/api/stances/timeline?target=x&limit=5", "limit", "target")]
    [InlineData("/api/targets?prefix=x", "prefix", "type")]
    [InlineData("/api/targets?type=x&type=y", "type is given 2 times", "")]
    [InlineData("/api/stances/timeline?target=x&target=y", "target is given 2 times", "")]
    public async Task It_is_refused_and_named(string target, string named, string known)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        using var response = await host.GetAsync(target);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("bad-query", problem.RootElement.GetProperty("code").GetString());
        Assert.Contains(named, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(known, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_description_lists_is_taken_and_nothing_else()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        var contract = JsonElement.Parse(Support.Repository.Text("src/Summarizer.Web/Contracts/openapi.v1.json"));
        foreach (var route in new[] { "/api/articles", "/api/stances", "/api/stances/matrix", "/api/stances/timeline", "/api/targets" })
        {
            var parameters = contract.GetProperty("paths").GetProperty(route).GetProperty("get").GetProperty("parameters").EnumerateArray()
                .Select(p => p.GetProperty("name").GetString()!).ToList();
            var query = string.Join('&', parameters.Select(p => p == "target" ? "target=x" : $"{p}="));
            using var given = await host.GetAsync($"{route}?{query}");
            using var unknown = await host.GetAsync($"{route}?unknown=");

            Assert.Equal((route, HttpStatusCode.OK), (route, given.StatusCode));
            var detail = await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.All(parameters, p => Assert.Matches($@"\b{p}\b", detail));
        }
    }

    [Fact]
    public async Task On_azure_the_platforms_own_key_parameter_is_none_of_ours()
    {
        await using var functions = FunctionsApp.AsFunctions();

        var wrong = await functions.AnswerAsync("GET", "/api/articles?code=KEY&limit=0");
        var unknown = await functions.AnswerAsync("GET", "/api/articles?code=KEY&other=0");

        Assert.Contains("limit is", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("\\\"other\\\"", unknown.Body, StringComparison.Ordinal);
    }
}

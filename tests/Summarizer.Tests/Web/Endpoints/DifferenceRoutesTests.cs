using System.Net;
using System.Text.Json;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Endpoints;

public sealed class DifferenceRoutesTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_editions_of_the_samples_are_compared_as_spans_into_both_texts()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        foreach (var name in new[] { "opinion-ferry.txt", "opinion-ferry-edition.md" })
        {
            var file = Path.Combine(Repository.Root, "src", "Summarizer.Host", "samples", name);
            (await host.PutAsync(name, await File.ReadAllBytesAsync(file, Token))).Dispose();
            await host.EndOfAsync(name);
        }

        using var response = await host.GetAsync("/api/differences?left=opinion-ferry.txt&right=opinion-ferry-edition.md");
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal("edition", answer.GetProperty("label").GetString());
        var (left, right) = (TextOf(answer, "left"), TextOf(answer, "right"));
        var differences = answer.GetProperty("differences").EnumerateArray().ToArray();
        Assert.Equal(left, string.Concat(differences.Select(d => In(left, d.GetProperty("left")))));
        Assert.Equal(right, string.Concat(differences.Select(d => In(right, d.GetProperty("right")))));
        Assert.Contains(differences, d => d.GetProperty("kind").GetString() == "same");
        Assert.Contains(differences, d => d.GetProperty("kind").GetString() != "same");
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("?left=a.txt", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("?left=a.txt&right=b.txt&third=c.txt", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("?left=a.txt&right=../results/a", HttpStatusCode.BadRequest, "bad-name")]
    [InlineData("?left=none.txt&right=none.txt", HttpStatusCode.NotFound, "no-article")]
    [InlineData("?left=empty.txt&right=empty.txt", HttpStatusCode.Conflict, "no-result")]
    public async Task What_cannot_be_compared_is_named(string query, HttpStatusCode status, string code)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("empty.txt", [])).Dispose();
        await host.EndOfAsync("empty.txt");

        using var response = await host.GetAsync("/api/differences" + query);

        await ArticleRoutesTests.AssertProblemAsync(response, status, code);
    }

    private static string TextOf(JsonElement answer, string side) => answer.GetProperty(side).GetProperty("text").GetString()!;

    private static string In(string text, JsonElement span)
        => text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()];
}

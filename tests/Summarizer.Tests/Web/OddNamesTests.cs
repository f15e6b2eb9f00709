using System.Net;
using System.Text.Json;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web;

/// <summary>Names, queries and blobs with characters that Unicode does not interchange or that no address can carry.</summary>
public sealed class OddNamesTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("%EF%BF%BE.txt")]
    [InlineData("a%EF%BF%BF")]
    [InlineData("%EF%B7%90")]
    [InlineData("%F0%9F%BF%BE")]
    [InlineData("%ED%A0%80.txt")]
    [InlineData("%FF")]
    [InlineData("a%C3")]
    [InlineData("a%01b")]
    public async Task Names_that_cannot_be_interchanged_are_400_and_told_why(string name)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        foreach (var method in new[] { "PUT", "GET", "DELETE" })
        {
            var answer = await RawRequest.SendAsync(host.Address, $"{method} /api/articles/{name} HTTP/1.1");
            Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
            Assert.Contains("\"code\":\"bad-name\"", answer, StringComparison.Ordinal);
        }

        Assert.Empty(await host.Account.Articles.NamesAsync());
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("%ED%A0%80")]
    [InlineData("%FF")]
    [InlineData("%EF%B7%90x")]
    public async Task Queries_that_hold_them_find_nothing(string text)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("a.txt");

        foreach (var parameter in new[] { "q", "target", "publisher", "prefix" })
        {
            var list = await AskAsync($"articles?{parameter}");
            Assert.Contains("\"items\":[]", list, StringComparison.Ordinal);
        }

        foreach (var route in new[] { "stances?target", "stances/matrix?q", "stances/timeline?target" })
            Assert.StartsWith("HTTP/1.1 200", await AskAsync(route), StringComparison.Ordinal);
        foreach (var route in new[] { "articles?status", "articles?cursor", "articles?from" })
            Assert.StartsWith("HTTP/1.1 400", await AskAsync(route), StringComparison.Ordinal);

        Task<string> AskAsync(string parameter) => RawRequest.SendAsync(host.Address, $"GET /api/{parameter}={text} HTTP/1.1");
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("trail/")]
    [InlineData("/lead")]
    [InlineData("a//b.txt")]
    [InlineData("a\uFFFEb.txt")]
    [InlineData("a\uFDD0b.txt")]
    [InlineData("a\u0001b.txt")]
    [InlineData("a\rb.txt")]
    public async Task A_blob_with_such_a_name_ends_as_a_named_failure_and_all_others_are_processed(string name)
    {
        var connection = azurite.NextAccount();
        await using var host = await HostDriver.StartAsync(connection);
        await host.Account.Articles.PutAsync(connection, name, BinaryData.FromBytes(Articles.Text()));
        await host.Account.Articles.PutAsync(connection, "good.txt", BinaryData.FromBytes(Articles.Text(2)));

        var items = await UntilAsync(host, items => items.Length == 2 && items.All(i => i.Status != "pending"));

        Assert.Equal("succeeded", items.Single(i => i.Name == "good.txt").Status);
        var odd = items.Single(i => i.Name != "good.txt");
        Assert.Equal((name, "failed"), (odd.Name, odd.Status));
        Assert.Contains("Rename", odd.Failure, StringComparison.Ordinal);
        await using var restarted = await HostDriver.StartAsync(connection);
        Assert.Equal(2, (await UntilAsync(restarted, items => items.Length == 2)).Length);
    }

    [Fact]
    public async Task A_listing_in_pages_goes_on_after_such_a_name()
    {
        var connection = azurite.NextAccount();
        await using var storage = await StorageDriver.StartAsync(connection);
        string[] names = ["a", "b\u0001a", "b\u0001b", "b\u0002", "c\uFFFE", "c\uFFFF", "d & <e>\uFFFE", "z"];
        foreach (var name in names)
            await storage.Account.Articles.PutAsync(connection, name, BinaryData.FromString("text"));

        var listed = new List<string>();
        await foreach (var page in storage.Account.Articles.GetBlobsAsync(cancellationToken: Token).AsPages(pageSizeHint: 1))
            listed.AddRange(page.Values.Select(b => b.Name));

        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Results_of_such_names_and_foreign_blobs_among_the_results_hide_nothing()
    {
        var connection = azurite.NextAccount();
        await using (var host = await HostDriver.StartAsync(connection))
        {
            (await host.PutAsync("a.txt", Articles.Text())).Dispose();
            await host.EndOfAsync("a.txt");
            foreach (var name in new[] { "\uFFFE.json", "../y.json", "\u0002", "folder/", "a.txt.json/more" })
                await host.Account.Results.PutAsync(connection, name, BinaryData.FromString("{}"));
            await UntilAsync(host, items => items is [{ Name: "a.txt", Status: "succeeded" }]);
        }

        await using var restarted = await HostDriver.StartAsync(connection);
        await UntilAsync(restarted, items => items is [{ Name: "a.txt", Status: "succeeded" }]);
    }

    private static Task<(string Name, string Status, string? Failure)[]> UntilAsync(
        HostDriver host, Func<(string Name, string Status, string? Failure)[], bool> seen) => Wait.UntilAsync(
        async () =>
        {
            using var response = await host.GetAsync("/api/articles");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var list = JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
            return list.GetProperty("items").EnumerateArray().Select(i => (
                i.GetProperty("name").GetString()!, i.GetProperty("status").GetString()!, i.GetProperty("failure").GetString())).ToArray();
        },
        seen);
}

using Microsoft.Extensions.Configuration;
using Summarizer.Host;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Commands;

/// <summary>The check that a container's engine makes, as a process.</summary>
public sealed class HealthCommandTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_host_whose_storage_answers_is_healthy()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var check = HostProcess.Start(null, ["health", host.Address.ToString()]);

        Assert.True(await check.EndAsync() == 0, check.Errors);
        Assert.Empty(check.Errors);
    }

    [Fact]
    public async Task Without_an_address_it_asks_where_the_host_listens()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var check = HostProcess.Start(null, ["health"], ("ASPNETCORE_URLS", $"http://+:{host.Address.Port}"));

        Assert.True(await check.EndAsync() == 0, check.Errors);
    }

    [Fact]
    public async Task A_host_whose_storage_refuses_is_not_and_the_reason_is_said()
    {
        await using var storage = await RefusingStorage.StartAsync(403, "AuthorizationFailure");
        await using var app = await storage.StartHostAsync();
        using var check = HostProcess.Start(null, ["health", app.Urls.Single()]);

        Assert.Equal(1, await check.EndAsync());
        Assert.Contains("503", check.Errors, StringComparison.Ordinal);
        Assert.Contains("AuthorizationFailure", check.Errors, StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nobody_there_is_not_healthy()
    {
        // Port 1 is for a service that nobody runs.
        using var check = HostProcess.Start(null, ["health", "http://127.0.0.1:1"]);

        Assert.Equal(1, await check.EndAsync());
        Assert.Contains("does not answer", check.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("file:///etc")]
    public async Task What_is_no_address_ends_with_2(string address)
    {
        using var check = HostProcess.Start(null, ["health", address]);

        Assert.Equal(2, await check.EndAsync());
        Assert.Single(check.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:7071")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080")]
    [InlineData("http://[::]:8080;http://10.0.0.1:1", "http://127.0.0.1:8080")]
    [InlineData("https://example.org:8443", "https://example.org:8443")]
    public void The_address_is_the_one_that_a_client_on_this_machine_uses(string? urls, string expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("URLS", urls)]).Build();

        Assert.Equal(expected, ListenAddresses.First(settings));
    }
}

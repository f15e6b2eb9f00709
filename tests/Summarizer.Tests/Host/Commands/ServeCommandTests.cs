using System.Net;
using System.Net.Sockets;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Commands;

/// <summary>The main job as a process: what it prints, and its exit status.</summary>
public sealed class ServeCommandTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Once_on_an_empty_account_that_somebody_named_uploads_nothing()
    {
        var connection = azurite.NextAccount();
        using var host = HostProcess.Start(connection, ["--once"]);

        Assert.True(await host.EndAsync() == 0, host.Errors);
        Assert.Empty(host.Errors);
        Assert.Contains("Nothing new was uploaded", host.Output, StringComparison.Ordinal);
        await using var storage = await StorageDriver.StartAsync(connection);
        Assert.Empty(await storage.Articles.ListAsync(TestContext.Current.CancellationToken)
            .ToArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Once_without_files_prints_the_results_that_there_are()
    {
        using var folder = new TemporaryFolder();
        var connection = azurite.NextAccount();
        using (var first = HostProcess.Start(connection, ["--once", folder.Write("kept.txt", Articles.Text())]))
            Assert.True(await first.EndAsync() == 0, first.Errors);

        using var again = HostProcess.Start(connection, ["--once"]);

        Assert.True(await again.EndAsync() == 0, again.Errors);
        Assert.Contains("kept.txt", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("pending", again.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing new was uploaded", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_with_a_file_that_fails_ends_with_1_and_says_why()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("scan.pdf", "%PDF-1.7\n"u8.ToArray());
        using var host = HostProcess.Start(azurite.NextAccount(), ["--once", file]);

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains("failed", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_ends_with_2_and_one_sentence()
        => await AssertRefusedAsync(HostProcess.Start(azurite.NextAccount(), ["nowhere.txt"]), "There is no file nowhere.txt");

    [Fact]
    public async Task An_unknown_option_ends_with_2_and_one_sentence()
        => await AssertRefusedAsync(HostProcess.Start(azurite.NextAccount(), ["--twice"]), "--twice is no option");

    [Theory]
    [InlineData("Summary__Sentences", "99", "Summary__Sentences is 99; give it 1 to 20.")]
    [InlineData("Articles__MaxBytes", "lots", "Articles__MaxBytes is \"lots\"; give it 1 to 1073741824.")]
    [InlineData("Sumary__Sentences", "4", "Sumary__Sentences is no setting; did you mean Summary__Sentences?")]
    public async Task A_wrong_setting_is_named_as_it_is_set(string name, string value, string sentence)
        => await AssertRefusedAsync(HostProcess.Start(azurite.NextAccount(), ["--once"], (name, value)), sentence);

    [Fact]
    public async Task An_unknown_engine_is_named()
        => await AssertRefusedAsync(HostProcess.Start(azurite.NextAccount(), ["--once"], ("Engine", "magic")), "magic");

    [Fact]
    public async Task Listening_beyond_this_machine_needs_a_key()
        => await AssertRefusedAsync(
            HostProcess.Start(azurite.NextAccount(), ["--once"], ("ASPNETCORE_URLS", "http://0.0.0.0:0")), "Api__Key");

    [Fact]
    public async Task A_connection_string_that_is_none_is_named()
        => await AssertRefusedAsync(HostProcess.Start("nonsense", ["--once"]), "ArticleStorage");

    [Fact]
    public async Task Without_an_identity_for_addresses_it_says_what_to_do()
        => await AssertRefusedAsync(
            HostProcess.Start(
                null,
                ["--once"],
                ("ArticleStorage__blobServiceUri", "https://127.0.0.1:1/"),
                ("ArticleStorage__queueServiceUri", "https://127.0.0.1:1/"),
                // Nothing but variables that are not set, so that no sign-in of the machine is found.
                ("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential")),
            "need an Entra identity");

    [Fact]
    public async Task A_taken_port_ends_with_2_and_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        await AssertRefusedAsync(
            HostProcess.Start(azurite.NextAccount(), ["--once"], ("ASPNETCORE_URLS", address)), $"{address} cannot be listened on");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task What_is_no_address_to_listen_on_is_named(string address)
        => await AssertRefusedAsync(
            HostProcess.Start(azurite.NextAccount(), ["--once"], ("ASPNETCORE_URLS", address)), $"ASPNETCORE_URLS names {address}");

    [Fact]
    public async Task Without_node_it_says_what_to_install()
    {
        using var empty = new TemporaryFolder();

        // On ports of its own: where an emulator listens already, none is started and no Node.js is needed.
        var (blobs, queues) = ($"{FreePort.Next()}", $"{FreePort.Next()}");
        await AssertRefusedAsync(
            HostProcess.Start(null, ["--once"], ("PATH", empty.Path), ("Azurite__BlobPort", blobs), ("Azurite__QueuePort", queues)),
            "Node.js 20");
    }

    private static async Task AssertRefusedAsync(HostProcess process, string reason)
    {
        using var host = process;
        Assert.Equal(2, await host.EndAsync());
        Assert.Contains(reason, host.Errors, StringComparison.Ordinal);
        Assert.Single(host.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        // Nothing else either, such as a log's stack trace.
        Assert.Empty(host.Output);
    }
}

using Summarizer.Host;
using Summarizer.Host.Commands;
using Summarizer.Pipeline.Reruns;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Commands;

public sealed class RerunCommandTests(AzuriteFixture azurite)
{
    private static readonly string[] Model =
        ["Engine=openai", "OpenAI__Endpoint=http://127.0.0.1:1/v1/", "OpenAI__Model=m", "OpenAI__InputPricePerMillion=1000"];

    [Theory]
    [InlineData()]
    [InlineData("--all", "--failed")]
    [InlineData("--prefix")]
    [InlineData("--all", "--never")]
    public void What_to_do_again_must_be_said_once(params string[] arguments)
        => Assert.Contains("rerun --help", Assert.Throws<CommandException>(() => RerunArguments.Parse(arguments)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Options_are_read()
        => Assert.Equal(
            new RerunArguments(new RerunSelection(FailedOnly: true, Prefix: "2018/", Again: true), Yes: true),
            RerunArguments.Parse(["--failed", "--prefix", "2018/", "--again", "--yes"]));

    [Fact]
    public async Task Where_nobody_can_be_asked_what_costs_nothing_is_done()
    {
        var connection = await WithOneArticleAsync();
        using var host = HostProcess.Start(connection, ["rerun", "--all"]);

        Assert.True(await host.EndAsync() == 0, host.Errors);
        Assert.Contains("1 articles of", host.Output, StringComparison.Ordinal);
        Assert.Contains("1 succeeded, 0 failed", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_what_costs_money_needs_a_yes()
    {
        var connection = await WithOneArticleAsync();
        using var host = HostProcess.Start(
            connection, ["rerun", "--all"], [.. Model.Select(s => s.Split('=', 2)).Select(s => (s[0], s[1]))]);

        Assert.Equal(2, await host.EndAsync());
        Assert.Contains("--yes", host.Errors, StringComparison.Ordinal);
        Assert.Matches("about [1-9][0-9.]* in the currency", host.Output.ReplaceLineEndings(" "));
    }

    private async Task<string> WithOneArticleAsync()
    {
        var connection = azurite.NextAccount();
        await using var storage = await StorageDriver.StartAsync(connection);
        await storage.PutAsync("a.txt", Articles.Text());
        await storage.Processor.ProcessAsync("a.txt", TestContext.Current.CancellationToken);
        return connection;
    }
}

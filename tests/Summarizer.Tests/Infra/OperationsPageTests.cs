using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Infra;

/// <summary>docs/operations.md knows every code that people may meet, and counts what is really called.</summary>
public sealed partial class OperationsPageTests(AzuriteFixture azurite)
{
    private static readonly string Page = Repository.Text("docs/operations.md");

    private static readonly string Codes =
        Page[Page.IndexOf("## Failure codes", StringComparison.Ordinal)..Page.IndexOf("## Running", StringComparison.Ordinal)];

    public static TheoryData<string> Failures
        => [.. typeof(FailureCode).GetFields().Select(f => f.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name)
            .OfType<string>()];

    public static TheoryData<string> Problems
        => [.. ProblemCode().Matches(Repository.Text("src/Summarizer.Web/Problem.cs")).Select(m => m.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Failures))]
    public void Every_failure_has_its_row(string code)
        => Assert.Matches($@"(?m)^\| `{code}` \| (?!\d)", Codes);

    [Theory]
    [MemberData(nameof(Problems))]
    public void Every_problem_of_the_API_has_its_row(string code)
        => Assert.Matches($@"(?m)^\| `{code}` \| \d{{3}} \|", Codes);

    [Fact]
    public void No_row_is_about_a_code_that_is_gone()
        => Assert.Empty(Row().Matches(Codes).Select(m => m.Groups[1].Value).Except(Problems.Concat(Failures).Select(c => c.Data)));

    [Fact]
    public async Task What_a_paid_article_calls_of_the_storage_is_what_the_page_counts()
    {
        ScriptedEngine engine = null!;
        engine = new ScriptedEngine((_, article) => Task.FromResult(engine.Draft(article)));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text());
        storage.Counter.Clear();

        await storage.Processor.ProcessAsync("a.txt", TestContext.Current.CancellationToken);

        var calls = storage.Counter.Calls;
        var reads = calls.Count(c => c.StartsWith("GET ", StringComparison.Ordinal));
        var removals = calls.Count(c => c.StartsWith("DELETE ", StringComparison.Ordinal));
        Assert.Contains($"takes {calls.Count} storage calls: {reads} reads, {calls.Count - reads - removals} writes, {removals} removals",
            Page, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"""([a-z]+(?:-[a-z]+)*)""(?:, \w+)?\);")]
    private static partial Regex ProblemCode();

    [GeneratedRegex(@"(?m)^\| `([a-z]+(?:-[a-z]+)*)` \| ")]
    private static partial Regex Row();
}

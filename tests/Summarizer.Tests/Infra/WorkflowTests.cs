using System.Text.RegularExpressions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Infra;

/// <summary>Workflows may read, no more; and what they use cannot change under them.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Files
        => [.. Directory.GetFiles(Repository.PathOf(".github/workflows")).Select(f => $".github/workflows/{Path.GetFileName(f)}")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_is_pinned_by_commit_and_names_its_release(string path)
    {
        var used = Uses().Matches(Repository.Text(path));

        Assert.NotEmpty(used);
        Assert.All(used, u => Assert.Matches(Pinned(), u.Value));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_token_may_read_the_repository_and_nothing_else(string path)
    {
        var workflow = YamlFile.Documents(path).Single();

        Assert.Equal(["contents"], workflow.At("permissions").Keys());
        Assert.Equal("read", workflow.At("permissions", "contents").Text());
        foreach (var job in workflow.At("jobs").Keys())
        {
            Assert.Null(workflow.At("jobs", job).Find("permissions"));
            Assert.All(
                workflow.At("jobs", job, "steps").Items()
                    .Where(s => s.Find("uses")?.Text().StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
                s => Assert.Equal("false", s.At("with", "persist-credentials").Text()));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_secret_is_used_and_no_untrusted_trigger(string path)
    {
        var text = Repository.Text(path);

        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        // What a pull request names itself must not become part of a command.
        Assert.DoesNotContain("github.event.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_runs_is_there()
    {
        var text = Repository.Text(".github/workflows/ci.yml");

        Assert.Contains("run: .ci/run", text, StringComparison.Ordinal);
        Assert.All(Project().Matches(text), m => Assert.True(Path.Exists(Repository.PathOf(m.Value)), m.Value));
    }

    [GeneratedRegex(@"uses:.*")]
    private static partial Regex Uses();

    [GeneratedRegex(@"^uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"\b(src|tests)/[\w.]+|\.ci/run|\bglobal\.json")]
    private static partial Regex Project();
}

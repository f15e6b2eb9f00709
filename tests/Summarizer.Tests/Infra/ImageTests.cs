using System.Text.RegularExpressions;
using System.Xml.Linq;
using Summarizer.Host.Commands;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Infra;

/// <summary>The image of the Host, in both ways of making it, against the project: no Docker is needed.</summary>
public sealed partial class ImageTests
{
    private const string Path = "infra/containers/Dockerfile";

    private static readonly string[] BuildFiles =
    [
        "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        "BannedSymbols.txt", "BannedSymbols.src.txt",
    ];

    private static readonly string[] Lines =
        [.. Continued().Replace(Repository.Text(Path), " ").Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#'))];

    private static readonly string[] LastStage =
        [.. Lines.Reverse().TakeWhile(l => !l.StartsWith("FROM ", StringComparison.Ordinal)).Reverse()];

    [Fact]
    public void Every_image_is_of_the_version_that_the_project_targets()
    {
        var target = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("TargetFramework").Single().Value;
        var sdk = Repository.Json("global.json").GetProperty("sdk").GetProperty("version").GetString()!;
        var images = Lines.Where(l => l.StartsWith("FROM ", StringComparison.Ordinal)).Select(l => Image().Match(l)).ToList();

        Assert.Equal(["sdk", "runtime-deps"], images.Select(i => i.Groups["name"].Value));
        Assert.All(images, i => Assert.Equal(target, "net" + i.Groups["version"].Value));
        Assert.StartsWith(images[0].Groups["version"].Value, sdk, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_the_program_is_made_of_is_copied_and_exists()
    {
        var copied = Lines.Where(l => l.StartsWith("COPY ", StringComparison.Ordinal) && !l.Contains("--from", StringComparison.Ordinal))
            .SelectMany(l => l.Split(' ')[1..^1]).Select(p => p.TrimEnd('/')).ToHashSet();

        Assert.All(copied, p => Assert.True(System.IO.Path.Exists(Repository.PathOf(p)), p));
        Assert.Empty(ProjectsOf("src/Summarizer.Host").Except(copied));
        Assert.Empty(BuildFiles.Except(copied));
        var let = Repository.Text(Path + ".dockerignore").Split('\n').Where(l => l.StartsWith('!')).Select(l => l[1..]).ToHashSet();
        Assert.All(copied, p => Assert.True(let.Contains(p) || let.Contains(p.Split('/')[0]), $"{p} is kept out of the build."));
    }

    [Fact]
    public void It_runs_without_root_shell_or_writing_and_says_whether_it_is_healthy()
    {
        Assert.Contains("USER $APP_UID", LastStage);
        // A chiselled image has no shell: commands are lists, and nothing can be run while it is made.
        Assert.DoesNotContain(LastStage, l => l.StartsWith("RUN ", StringComparison.Ordinal));
        Assert.Contains("ENTRYPOINT [\"/app/Summarizer.Host\"]", LastStage);
        Assert.Contains(LastStage, l => l.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)
            && l.EndsWith("CMD [\"/app/Summarizer.Host\", \"health\"]", StringComparison.Ordinal));
        Assert.Contains(CommandLine.All, command => command.Name == "health");
    }

    [Fact]
    public void Publishing_an_image_without_Docker_makes_the_same_one()
    {
        var project = XDocument.Load(Repository.PathOf("src/Summarizer.Host/Publish.props"));
        string Property(string name) => project.Descendants(name).Single().Value;
        var settings = project.Descendants("ContainerEnvironmentVariable")
            .ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Value")!.Value);
        var environment = LastStage.Single(l => l.StartsWith("ENV ", StringComparison.Ordinal));

        Assert.EndsWith(
            $":10.0-{Property("ContainerFamily")}",
            Lines.Last(l => l.StartsWith("FROM ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(ComposeTests.User, Property("ContainerUser"));
        Assert.Contains($"EXPOSE {project.Descendants("ContainerPort").Single().Attribute("Include")!.Value}", LastStage);
        Assert.Equal(Variable().Matches(environment).Select(m => m.Value).Order(), settings.Select(s => $"{s.Key}={s.Value}").Order());
        Assert.Equal($"http://+:{ComposeTests.Port}", settings["ASPNETCORE_URLS"]);
    }

    private static HashSet<string> ProjectsOf(string folder)
    {
        var found = new HashSet<string> { folder };
        var project = XDocument.Load(Repository.PathOf($"{folder}/{folder.Split('/')[^1]}.csproj"));
        foreach (var reference in project.Descendants("ProjectReference"))
            found.UnionWith(ProjectsOf("src/" + reference.Attribute("Include")!.Value.Split('/')[^2]));
        return found;
    }

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex(@"mcr\.microsoft\.com/dotnet/(?<name>[a-z-]+):(?<version>\d+\.\d+)-noble")]
    private static partial Regex Image();

    [GeneratedRegex(@"\w+=\S+")]
    private static partial Regex Variable();
}

using Summarizer.Tests.Support;

namespace Summarizer.Tests.Structure;

/// <summary>The folders of the tests are those of the source, so that a type's tests are where it is.</summary>
public sealed class TestFoldersTests
{
    /// <summary>What is about no folder of the source: what tests share, and what holds for the project as a whole.</summary>
    private static readonly string[] CrossCutting = ["Infra", "Readme", "Structure", "Support"];

    /// <summary>The root, and what tools put beside the tests.</summary>
    private static readonly string[] NoTests = [".", "bin", "obj", "node_modules"];

    [Fact]
    public void Every_folder_of_tests_is_a_folder_of_the_source()
    {
        var tests = Repository.PathOf("tests/Summarizer.Tests");
        var folders = Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(tests, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(folder => !NoTests.Contains(folder.Split('/')[0]))
            .Distinct()
            .ToArray();

        Assert.DoesNotContain(folders, folder => !CrossCutting.Contains(folder.Split('/')[0]) && !Directory.Exists(SourceOf(folder)));
        Assert.Empty(CrossCutting.Except(folders));
    }

    /// <summary>A project's tests are under its name, those of Summarizer itself under its folders' names.</summary>
    private static string SourceOf(string folder)
    {
        var parts = folder.Split('/');
        var project = Repository.PathOf($"src/Summarizer.{parts[0]}");
        return Directory.Exists(project) ? Path.Combine([project, .. parts[1..]]) : Repository.PathOf($"src/Summarizer/{folder}");
    }
}

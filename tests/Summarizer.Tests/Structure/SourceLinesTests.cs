using Summarizer.Tests.Support;

namespace Summarizer.Tests.Structure;

/// <summary>A line of source is read without scrolling; what is longer is wrapped, and lists of words are data.</summary>
public sealed class SourceLinesTests
{
    private const int Longest = 140;

    private static readonly string[] NotSource = ["bin", "obj", "node_modules"];

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_line_is_longer_than_140_columns(string folder)
    {
        var endless = Files(new DirectoryInfo(Path.Combine(Repository.Root, folder)))
            .SelectMany(f => File.ReadLines(f.FullName).Select((line, i) => (File: f, Number: i + 1, line.Length)))
            .Where(l => l.Length > Longest)
            .Select(l => $"{Path.GetRelativePath(Repository.Root, l.File.FullName)}:{l.Number} has {l.Length} columns");

        Assert.Empty(endless);
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder)
        => folder.EnumerateFiles().Where(f => f.Extension is ".cs" or ".js")
            .Concat(folder.EnumerateDirectories().Where(d => !NotSource.Contains(d.Name)).SelectMany(Files));
}

namespace Summarizer.Tests.Support;

/// <summary>The files of the project, for tests that hold them to the code.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(NodeTool.Folder, "..", ".."));

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));
}

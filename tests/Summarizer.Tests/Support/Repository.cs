using System.Text.Json;

namespace Summarizer.Tests.Support;

/// <summary>The files of the project, found from where the tests run, for tests that hold them to the code.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Text(string relative) => File.ReadAllText(PathOf(relative));

    public static JsonElement Json(string relative) => JsonElement.Parse(Text(relative));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Summarizer.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Summarizer.sln is in no folder above the tests.");
    }
}

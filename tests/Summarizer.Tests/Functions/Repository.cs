using System.Text.Json;

namespace Summarizer.Tests.Functions;

/// <summary>Files of the repository, found from where the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Text(string relative) => File.ReadAllText(PathOf(relative));

    public static JsonElement Json(string relative)
    {
        using var document = JsonDocument.Parse(Text(relative));
        return document.RootElement.Clone();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Summarizer.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Summarizer.sln is in no folder above the tests.");
    }
}

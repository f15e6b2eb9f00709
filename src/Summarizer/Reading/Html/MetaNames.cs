using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>Names of meta tags, by what they tell.</summary>
internal static class MetaNames
{
    private static readonly WordListFile File = WordListFile.Open("Reading/Html/Lists/metanames.txt");

    public static WordSet Author { get; } = File.Set("author", StringComparer.Ordinal);

    /// <summary>Of the day of publication, the most reliable first.</summary>
    public static IReadOnlyList<string> Published { get; } = [.. File.Words("published")];

    /// <summary>Of the day of the last change.</summary>
    public static IReadOnlyList<string> Changed { get; } = [.. File.Words("changed")];
}

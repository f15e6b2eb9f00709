using Summarizer.Reading.Metadata;
using Summarizer.Text;

namespace Summarizer.Reading.Formats;

/// <summary>
/// What the lines below an article tell about it: "Copyright © Name, Publisher, 2018", "The original source of this
/// article is …".
/// </summary>
internal static class Colophon
{
    private const int LinesLookedAt = 12;

    private static readonly string[] SourcePhrases = [.. WordListFile.Open("Reading/Formats/Lists/header.txt").Phrases("sources")];

    public static void Take(ArticleBuilder draft)
    {
        foreach (var passage in draft.Passages.Skip(Math.Max(0, draft.Passages.Count - LinesLookedAt)))
        {
            if (passage.Text.Length > 400)
                continue;
            draft.Publisher ??= Named(passage.Text) ?? Owner(passage.Text, draft.Authors);
            if (draft.Authors.Count == 0 && passage.Text.StartsWith("Articles by:", StringComparison.OrdinalIgnoreCase))
                draft.Authors.AddRange(AuthorNames.Parse(passage.Text));
        }
    }

    private static string? Named(string text)
    {
        foreach (var phrase in SourcePhrases)
        {
            var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var name = text[(at + phrase.Length)..];
            var end = name.IndexOfAny(['.', ',', '(', '©']);
            name = (end < 0 ? name : name[..end]).Replace("Copyright", "", StringComparison.Ordinal).Trim();
            return name.Length is > 1 and <= 60 ? name : null;
        }

        return null;
    }

    /// <summary>The last of the names in a copyright line, years aside, that is not an author's.</summary>
    private static string? Owner(string text, List<string> authors)
    {
        var at = text.IndexOf('©', StringComparison.Ordinal);
        if (at < 0 || text.Length - at > 120)
            return null;
        string? owner = null;
        foreach (var part in text[(at + 1)..]
            .Split([',', '.', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.Trim("0123456789-– ".ToCharArray());
            if (name.Length > 1 && char.IsUpper(name[0]) && LineShape.WordCount(name) <= 5
                && !authors.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !name.Contains("reserved", StringComparison.OrdinalIgnoreCase))
                owner = name;
        }

        return owner;
    }
}

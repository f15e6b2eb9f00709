using Summarizer.Reading.Metadata;

namespace Summarizer.Reading.Formats;

/// <summary>The block of "key: value" lines between "---" lines that site generators put above Markdown.</summary>
internal static class FrontMatter
{
    private const int MostLines = 100;

    // No title, name or date is longer.
    private const int LongestLine = 1_000;

    /// <summary>Fills the draft from the block and returns what follows it; everything when there is none.</summary>
    public static string Take(string text, ArticleBuilder draft)
    {
        var start = text.AsSpan().TrimStart();
        var fence = start.StartsWith("---\n") ? "---" : start.StartsWith("+++\n") ? "+++" : null;
        if (fence is null)
            return text;
        var body = start[4..];
        var at = 0;
        string? key = null;
        for (var line = 0; line < MostLines && at < body.Length; line++)
        {
            var length = body[at..].IndexOf('\n');
            var content = body.Slice(at, length < 0 ? body.Length - at : length).TrimEnd();
            at = length < 0 ? body.Length : at + length + 1;
            if (content.SequenceEqual(fence) || content is "...")
            {
                draft.Removed.Add(BoilerplateReason.Metadata, at);
                return body[at..].ToString();
            }

            key = Read(draft, content, key);
        }

        return text;
    }

    private static string? Read(ArticleBuilder draft, ReadOnlySpan<char> line, string? listKey)
    {
        if (line.Length > LongestLine)
            return null;
        var item = line.TrimStart();
        if (item.StartsWith("- ") && listKey is not null)
        {
            Set(draft, listKey, Unquote(item[2..]));
            return listKey;
        }

        var colon = line.IndexOfAny(':', '=');
        if (colon <= 0)
            return null;
        var key = line[..colon].Trim().ToString().ToLowerInvariant();
        var value = line[(colon + 1)..].Trim();
        if (value.Length > 0)
            Set(draft, key, Unquote(value));
        return value.Length == 0 ? key : null;
    }

    private static void Set(ArticleBuilder draft, string key, string value)
    {
        switch (key)
        {
            case "title":
                draft.Title ??= CleanText.Fold(value);
                break;
            case "author" or "authors" or "byline":
                foreach (var name in AuthorNames.Parse(value.Trim('[', ']').Replace("\"", "", StringComparison.Ordinal)))
                    draft.Authors.Add(name);
                break;
            case "date" or "published" or "publishdate" or "pubdate" or "published_at" or "datepublished":
                draft.PublishedOn ??= DateText.Find(value);
                break;
            case "publisher" or "publication" or "source" or "site" or "site_name":
                draft.Publisher ??= value.StartsWith("http", StringComparison.Ordinal) ? null : CleanText.Fold(value);
                break;
            case "lang" or "language":
                draft.Language ??= value;
                break;
        }
    }

    private static string Unquote(ReadOnlySpan<char> value) => value.Trim().Trim("\"'").ToString();
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Summarizer.Catalog;

/// <summary>
/// A place in a list. It is a place in the order, not a number, so that what changes meanwhile neither repeats nor hides
/// anything.
/// </summary>
public readonly record struct ListCursor
{
    internal ListCursor(ArticleSort sort, string key, string name, int passed) => (Sort, Key, Name, Passed) = (sort, key, name, passed);

    internal ArticleSort Sort { get; }

    /// <summary>What the last article of the page before is ordered by; null at the beginning.</summary>
    internal string? Key { get; }

    /// <summary>The name of that article.</summary>
    internal string Name { get; } = "";

    /// <summary>How many of that article's stances are passed.</summary>
    internal int Passed { get; }

    /// <summary><see cref="Key"/> as the database compares it.</summary>
    internal object? Value => Key is null ? null : Sort switch
    {
        ArticleSort.Title => Key,
        ArticleSort.Relevance => double.Parse(Key, CultureInfo.InvariantCulture),
        _ => long.Parse(Key, CultureInfo.InvariantCulture),
    };

    /// <summary>Reads what <see cref="ToString"/> wrote; null or empty is the beginning.</summary>
    public static bool TryParse(string? text, out ListCursor cursor)
    {
        cursor = default;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!Base64Url.IsValid(text)
            || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 4)
                is not [[var letter], var passed, var length, var rest]
            || "pdtr".IndexOf(letter, StringComparison.Ordinal) is var sort && sort < 0
            || !int.TryParse(passed, NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var end) || end > rest.Length
            || !IsKey((ArticleSort)sort, rest[..end]))
            return false;
        cursor = new ListCursor((ArticleSort)sort, rest[..end], rest[end..], skip);
        return true;
    }

    public override string ToString() => Key is null
        ? ""
        : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{"pdtr"[(int)Sort]}|{Passed}|{Key.Length}|{Key}{Name}")));

    private static bool IsKey(ArticleSort sort, string key) => sort switch
    {
        ArticleSort.Title => true,
        ArticleSort.Relevance => double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
    };
}

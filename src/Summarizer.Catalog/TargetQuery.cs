using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Summarizer.Catalog;

/// <summary>Which targets are wanted; null leaves a question open.</summary>
public sealed record TargetQuery
{
    /// <summary>Words that each begin a word of one of the target's names, however they are cased or accented.</summary>
    public string? Words { get; init; }

    public TargetType? Type { get; init; }
}

/// <param name="Cursor">For the page after this one; null at the end.</param>
/// <param name="Total">Targets requested, over all pages.</param>
public sealed record TargetPage(IReadOnlyList<TargetItem> Items, string? Cursor, int Total);

/// <summary>One target over all articles.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Aliases">The other names that articles use for it, most frequent first; at most 50.</param>
/// <param name="Articles">That report on it under any of its names.</param>
/// <param name="Mentions">How often those articles name it.</param>
/// <param name="Stances">The authors' tags.</param>
public sealed record TargetItem(
    string Name, TargetType Type, IReadOnlyList<string> Aliases, int Articles, int Mentions, TargetStances Stances);

/// <summary>How many tags authors gave of each kind.</summary>
public readonly record struct TargetStances(int Favor, int Against, int Neutral, int Unclear)
{
    internal TargetStances Plus(TargetStances other, int times) => new(
        Favor + (times * other.Favor), Against + (times * other.Against), Neutral + (times * other.Neutral),
        Unclear + (times * other.Unclear));
}

/// <summary>A place in the list of targets, in the order of articles and names.</summary>
public readonly record struct TargetCursor(int Articles, string? Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null or empty is the beginning.</summary>
    public static bool TryParse(string? text, out TargetCursor cursor)
    {
        cursor = default;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!Base64Url.IsValid(text)
            || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 2) is not [var count, var id]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var articles))
            return false;
        cursor = new TargetCursor(articles, id);
        return true;
    }

    public override string ToString() => Id is null
        ? ""
        : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Articles}|{Id}")));
}

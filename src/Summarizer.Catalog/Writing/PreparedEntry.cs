using System.Globalization;
using Summarizer.Catalog.Search;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog.Writing;

/// <summary>A result's entry as the database takes it: computed before anything is written, as odd values may fail here.</summary>
internal sealed class PreparedEntry
{
    /// <summary>Sorts articles without a title behind all others.</summary>
    public static readonly string NoTitle = char.ConvertFromUtf32(0x10FFFF);

    private const int MaxTitleKey = 100;

    public PreparedEntry(ResultEntry entry, string? text)
    {
        Item = entry.Item with
        {
            Title = Whole(entry.Item.Title),
            Headline = Whole(entry.Item.Headline),
            Publisher = Whole(entry.Item.Publisher),
            Failure = Whole(entry.Item.Failure),
        };
        Stances = [.. entry.Stances.Select(Whole)];
        Work = entry.Work ?? entry.Item.Name;
        MadeFrom = entry.ArticleETag;
        TitleKey = TitleKeyOf(Item.Title);
        PublisherKey = Item.Publisher is { } publisher ? Folding.Fold(publisher) : null;
        Published = Item.PublishedOn is { } day ? (day.Year * 10_000) + (day.Month * 100) + day.Day : -1;
        Text = text is null ? null : Folding.Whole(text);
        TextWords = Text is null ? null : WordSplitter.Join(Text);
        _ = Targets.TargetUse.From(Stances);
    }

    public ListItem Item { get; }

    public IReadOnlyList<StanceEntry> Stances { get; }

    public string Work { get; }

    public string MadeFrom { get; }

    public string TitleKey { get; }

    public string? PublisherKey { get; }

    public int Published { get; }

    public string? Text { get; }

    /// <summary>The words of <see cref="Text"/>.</summary>
    public string? TextWords { get; }

    public static DateOnly? DayOf(int published) => published < 0
        ? null
        : new DateOnly(published / 10_000, published / 100 % 100, published % 100);

    public static string MonthOf(int published)
        => string.Create(CultureInfo.InvariantCulture, $"{published / 10_000:0000}-{published / 100 % 100:00}");

    private static string TitleKeyOf(string? title)
        => Folding.Fold(title) is { Length: > 0 } folded ? Folding.Whole(folded[..Math.Min(folded.Length, MaxTitleKey)]) : NoTitle;

    /// <summary>A stance as it can be searched and folded.</summary>
    public static StanceEntry Whole(StanceEntry tag) => tag with
    {
        Target = Folding.Whole(tag.Target),
        Holder = Folding.Whole(tag.Holder),
        Aliases = [.. tag.Aliases.Select(Folding.Whole)],
        Quote = Whole(tag.Quote),
    };

    private static string? Whole(string? text) => text is null ? null : Folding.Whole(text);
}

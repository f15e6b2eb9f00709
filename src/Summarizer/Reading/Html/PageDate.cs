using Summarizer.Reading.Metadata;

namespace Summarizer.Reading.Html;

/// <summary>
/// The day a page was first published: linked data, meta tags, time elements, the address, date lines, text near the
/// title.
/// </summary>
internal static class PageDate
{
    public static DateOnly? Find(Page page, JsonLd data, CancellationToken cancellationToken)
    {
        var facts = page.Facts;
        var monthFirst = IsAmerican(facts.Language);
        return Machine(page, data, monthFirst)
            ?? Visible(page, IsMarkedAsPublished, monthFirst)
            ?? Address(facts.Canonical ?? facts.FirstMeta("og:url"))
            ?? Visible(page, f => f.Kind == PageFactKind.Time, monthFirst)
            ?? Visible(page, f => f.Kind == PageFactKind.Date, monthFirst)
            ?? Visible(page, f => f.Kind == PageFactKind.Author, monthFirst)
            ?? Lines(page, monthFirst, cancellationToken)
            ?? Day(MetaNames.Changed.Select(p => facts.FirstMeta(p)).FirstOrDefault(v => v is not null && Day(v) is not null));
    }

    /// <summary>
    /// Linked data and meta tags. Many systems write these in universal time, which after an evening's publication is the
    /// next day; where the page shows the day before or after, or another tag carries an offset, that is the day meant.
    /// </summary>
    private static DateOnly? Machine(Page page, JsonLd data, bool monthFirst)
    {
        var stamp = Day(data.Published) is not null ? data.Published
            : MetaNames.Published.Select(p => page.Facts.FirstMeta(p)).FirstOrDefault(v => v is not null && Day(v) is not null);
        if (stamp is null || Day(stamp) is not { } day)
            return null;
        if (!stamp.Contains('T', StringComparison.Ordinal)
            || (!stamp.EndsWith('Z') && !stamp.Contains("+00:00", StringComparison.Ordinal)
                && !stamp.EndsWith("+0000", StringComparison.Ordinal)))
            return day;
        var shown = page.Facts.Visible
            .Where(f => f.Kind is PageFactKind.Time or PageFactKind.Date && f.Text.Length <= 120)
            .Select(f => DateText.Find(f.Text, monthFirst))
            .Concat(MetaNames.Published.Select(p => page.Facts.FirstMeta(p))
                .Where(v => v is not null && !v.EndsWith('Z') && !v.Contains("+00:00", StringComparison.Ordinal)).Select(Day))
            .OfType<DateOnly>()
            .ToList();
        if (shown.Contains(day))
            return day;
        return shown.Contains(day.AddDays(-1)) ? day.AddDays(-1) : shown.Contains(day.AddDays(1)) ? day.AddDays(1) : day;
    }

    private static bool IsMarkedAsPublished(PageFact fact)
        => fact.Value is not null
            && (fact.Marks.Contains("publish", StringComparison.Ordinal) || fact.Marks.Contains("entry-date", StringComparison.Ordinal));

    private static DateOnly? Day(string? value) => value is null ? null : DateText.Find(value.AsSpan(0, Math.Min(value.Length, 60)));

    private static DateOnly? Visible(Page page, Func<PageFact, bool> wanted, bool monthFirst)
    {
        foreach (var fact in page.Facts.Visible)
        {
            if (!wanted(fact)
                || page.Elements[fact.Element].Excluded is BoilerplateReason.Related or BoilerplateReason.Share or BoilerplateReason.Advert
                || fact.Marks.Contains("modif", StringComparison.Ordinal) || fact.Marks.Contains("update", StringComparison.Ordinal))
                continue;
            if (Day(fact.Value) is { } day)
                return day;
            if (fact.Text.Length <= 200 && DateText.Find(fact.Text, monthFirst) is { } shown)
                return shown;
        }

        return null;
    }

    /// <summary>/2018/05/16/ or 2018-05-16 in the address.</summary>
    private static DateOnly? Address(string? address)
    {
        if (address is null)
            return null;
        var path = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? address[(at + 3)..] : address;
        return DateText.Find(path.AsSpan(0, Math.Min(path.Length, 200)));
    }

    /// <summary>Short lines that hold a date and little else, above the body first.</summary>
    private static DateOnly? Lines(Page page, bool monthFirst, CancellationToken cancellationToken)
    {
        foreach (var block in page.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (block.Text.Length > 120 || page.Elements[block.Element].Excluded is BoilerplateReason.Related or BoilerplateReason.Share)
                continue;
            if (DateText.Find(block.Text, monthFirst, out var start, out var end) is { } day && (end - start) * 4 >= block.Text.Length)
                return day;
        }

        foreach (var block in page.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DateText.Find(block.Text, monthFirst) is { } day)
                return day;
        }

        return null;
    }

    private static bool IsAmerican(string? language)
        => language is not null && language.Replace('_', '-').StartsWith("en-us", StringComparison.OrdinalIgnoreCase);
}

namespace Summarizer.Reading.Html;

/// <summary>What a page says about itself, as found: meta tags, JSON-LD, time and title elements, bylines.</summary>
internal sealed class PageFacts
{
    public string? DocumentTitle { get; set; }

    public string? Language { get; set; }

    public string? Canonical { get; set; }

    /// <summary>Meta tags by name, property or itemprop, in lower case; the order is the page's.</summary>
    public List<KeyValuePair<string, string>> Meta { get; } = [];

    /// <summary>Contents of JSON-LD scripts.</summary>
    public List<string> JsonLd { get; } = [];

    /// <summary>Elements that may name a date, an author or the title, with their marks.</summary>
    public List<PageFact> Visible { get; } = [];

    public IEnumerable<string> MetaValues(string name)
        => Meta.Where(m => m.Key == name && m.Value.Length > 0).Select(m => m.Value);

    public string? FirstMeta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (key, value) in Meta)
            {
                if (key == name && value.Length > 0)
                    return value;
            }
        }

        return null;
    }
}

/// <param name="Kind">What made it worth keeping.</param>
/// <param name="Element">Index of the element in the page, in document order.</param>
/// <param name="Value">A machine-readable value, such as a time's datetime; else null.</param>
/// <param name="Text">Its text, white space folded.</param>
internal sealed record PageFact(PageFactKind Kind, int Element, string Marks, string? Value, string Text);

internal enum PageFactKind
{
    Heading,
    Time,
    Author,
    Date,
}

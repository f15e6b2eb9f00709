using Summarizer.Reading.Metadata;
using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>
/// The headline as readers see it: a heading that the page's title or its metadata confirm; else these, without the
/// site's name, which sites set behind or before a bar, dash or colon.
/// </summary>
internal static class PageTitle
{
    private const int LongestTitle = 300;

    private static readonly string[] Separators =
        [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " / ", ": ", " ~ ", " « ", " |", "| "];

    public static string? Find(Page page, JsonLd data, string? publisher)
    {
        var facts = page.Facts;
        var document = Tidy(facts.DocumentTitle);
        var named = Tidy(facts.FirstMeta("og:title")) ?? Tidy(data.Headline)
            ?? Tidy(facts.FirstMeta("twitter:title", "dc.title", "citation_title", "title"));
        var headings = facts.Visible.Where(f => f.Kind == PageFactKind.Heading && f.Text.Length is > 0 and < LongestTitle).ToList();
        foreach (var level in (ReadOnlySpan<string>)["h1", "h2"])
        {
            foreach (var heading in headings)
            {
                if (page.Elements[heading.Element].Tag == level && !SameName(heading.Text, publisher)
                    && (Confirms(named, heading.Text) || Confirms(document, heading.Text) || Confirms(Tidy(data.Headline), heading.Text)))
                    return heading.Text;
            }
        }

        var only = headings.Where(h => page.Elements[h.Element].Tag == "h1" && !SameName(h.Text, publisher)).ToList();
        if (named is null && document is null)
            return only.Count > 0 ? only[0].Text : null;
        return WithoutSite(named ?? document!, publisher, facts);
    }

    /// <summary>Whether a heading is the title: equal, or the title begins or ends with it, or nearly all its words are there.</summary>
    private static bool Confirms(string? title, string heading)
    {
        if (title is null)
            return false;
        var (a, b) = (LettersOnly.From(title), LettersOnly.From(heading));
        if (b.Length == 0 || a.Length == 0)
            return false;
        if (a == b)
            return true;
        if (b.Length >= 10
            && (a.StartsWith(b, StringComparison.Ordinal) || a.EndsWith(b, StringComparison.Ordinal)
                || (a.Length >= 15 && b.StartsWith(a, StringComparison.Ordinal) && b.Length < a.Length * 2)))
            return true;
        var words = Words(heading);
        var others = Words(title);
        var shared = words.Count(others.Contains);
        return words.Count >= 3 && shared * 10 >= words.Count * 6 && shared * 10 >= others.Count * 5;
    }

    private static string WithoutSite(string title, string? publisher, PageFacts facts)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && IsSite(title[(last + separator.Length)..], publisher, facts, separator))
                return WithoutSite(title[..last].TrimEnd(), publisher, facts);
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && SameName(title[..first], publisher))
                return title[(first + separator.Length)..].TrimStart();
        }

        return title;
    }

    private static bool IsSite(string part, string? publisher, PageFacts facts, string separator)
    {
        if (SameName(part, publisher))
            return true;
        var letters = LettersOnly.From(part);
        var address = LettersOnly.From(facts.Canonical ?? facts.FirstMeta("og:url") ?? "");
        if (letters.Length >= 3 && address.Length > 0
            && address[..Math.Min(address.Length, 40)].Contains(letters, StringComparison.Ordinal))
            return true;
        // Behind a bar stands the site or its section; behind a dash it may be the title's own second half.
        return separator.Contains('|', StringComparison.Ordinal) && LineShape.WordCount(part) <= 4;
    }

    private static bool SameName(string part, string? publisher)
    {
        if (publisher is null)
            return false;
        var (a, b) = (LettersOnly.From(part), LettersOnly.From(publisher));
        return a.Length > 0 && b.Length > 0
            && (a == b || (a.Length >= 4 && b.StartsWith(a, StringComparison.Ordinal))
                || (b.Length >= 4 && a.StartsWith(b, StringComparison.Ordinal) && a.Length < b.Length + 12)
            || "the" + a == b || a == "the" + b);
    }

    private static string? Tidy(string? title)
    {
        if (title is null)
            return null;
        var tidy = CleanText.Fold(PageMetadata.Decode(title)!);
        return tidy.Length is 0 or > LongestTitle ? null : tidy;
    }

    private static HashSet<string> Words(string text)
        => [.. text.ToLowerInvariant()
            .Split((char[])[' ', ',', '.', ':', ';', '?', '!', '"', '\'', '“', '”', '‘', '’', '–', '—', '|', '-'],
                StringSplitOptions.RemoveEmptyEntries)];
}

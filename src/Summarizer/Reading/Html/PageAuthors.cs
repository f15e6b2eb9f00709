using Summarizer.Reading.Metadata;
using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>Who wrote a page: by its linked data, its meta tags, then the bylines that readers see.</summary>
internal static class PageAuthors
{
    private const int LongestByline = 160;

    public static List<string> Find(Page page, JsonLd data, string? publisher, CancellationToken cancellationToken)
    {
        var facts = page.Facts;
        var found = Names(data.Authors, publisher);
        if (found.Count > 1 && Bylines(page, publisher, cancellationToken) is { Count: > 0 } shown && shown.Count < found.Count
            && shown.TrueForAll(n => found.Contains(n, StringComparer.OrdinalIgnoreCase)))
            return shown; // Linked data list photographers and editors too; the line that readers see names who wrote it.
        if (found.Count > 0)
            return found;
        found = Names(facts.Meta.Where(m => MetaNames.Author.Contains(m.Key)).Select(m => m.Value), publisher);
        if (found.Count > 0)
            return found;
        foreach (var fact in facts.Visible)
        {
            if (fact.Kind != PageFactKind.Author || fact.Text.Length is 0 or > LongestByline || IsAside(page, fact))
                continue;
            found = Names([fact.Text], publisher);
            if (found.Count > 0)
                return found;
        }

        return Bylines(page, publisher, cancellationToken);
    }

    /// <summary>Lines that begin with "By" and hold a name, wherever a template without marks put them.</summary>
    private static List<string> Bylines(Page page, string? publisher, CancellationToken cancellationToken)
    {
        foreach (var block in page.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (block.Text.Length > 80 || !AuthorNames.IsByline(block.Text)
                || page.Elements[block.Element].Excluded is BoilerplateReason.Related or BoilerplateReason.Share
                or BoilerplateReason.Advert)
                continue;
            var found = Names([block.Text], publisher);
            if (found.Count > 0 && found.TrueForAll(n => n.Contains(' ', StringComparison.Ordinal)))
                return found;
        }

        foreach (var block in page.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (block.Text.Length <= 80 && AuthorNames.Body(block.Text) is { } body
                && page.Elements[block.Element].Excluded is null or BoilerplateReason.Metadata)
                return [body];
        }

        return [];
    }

    private static List<string> Names(IEnumerable<string> bylines, string? publisher)
    {
        var names = new List<string>();
        foreach (var byline in bylines)
        {
            if (byline.Contains("://", StringComparison.Ordinal) || byline.Contains('@', StringComparison.Ordinal))
                continue;
            foreach (var name in AuthorNames.Parse(PageMetadata.Decode(byline)!))
            {
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase) && !IsSite(name, publisher))
                    names.Add(name);
            }
        }

        return names;
    }

    private static bool IsSite(string name, string? publisher)
    {
        var (a, b) = (LettersOnly.From(name), LettersOnly.From(publisher ?? ""));
        return a == b
            || (a.Length >= 5 && b.Length >= 5 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)));
    }

    /// <summary>Comments and boxes with other articles have authors of their own.</summary>
    private static bool IsAside(Page page, PageFact fact)
        => page.Elements[fact.Element].Excluded is BoilerplateReason.Related or BoilerplateReason.Share or BoilerplateReason.Advert
            || (page.Elements[fact.Element].Excluded is BoilerplateReason.Navigation
                && !fact.Marks.Contains("byline", StringComparison.Ordinal) && !fact.Marks.Contains("author", StringComparison.Ordinal))
            || fact.Marks.Contains("comment", StringComparison.Ordinal);
}

using Summarizer.Reading.Metadata;

namespace Summarizer.Reading.Html;

/// <summary>Who wrote a page: by its linked data, its meta tags, then the bylines that readers see.</summary>
internal static class PageAuthors
{
    private const int LongestByline = 160;

    public static List<string> Find(Page page, JsonLd data, string? publisher)
    {
        var facts = page.Facts;
        var found = Names(data.Authors, publisher);
        if (found.Count > 0)
            return found;
        found = Names(facts.Meta.Where(m => m.Key is "author" or "authors" or "article:author" or "dc.creator" or "dcterms.creator" or "citation_author" or "parsely-author" or "sailthru.author" or "byl" or "article:author_name" or "dc.contributor" or "cxenseparse:author" or "article.author" or "og:author" or "itemprop:author").Select(m => m.Value), publisher);
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
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Equals(publisher, StringComparison.OrdinalIgnoreCase))
                    names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Comments and boxes with other articles have authors of their own.</summary>
    private static bool IsAside(Page page, PageFact fact)
        => page.Elements[fact.Element].Excluded is BoilerplateReason.Related or BoilerplateReason.Share or BoilerplateReason.Advert
            || (page.Elements[fact.Element].Excluded is BoilerplateReason.Navigation && !fact.Marks.Contains("byline", StringComparison.Ordinal) && !fact.Marks.Contains("author", StringComparison.Ordinal))
            || fact.Marks.Contains("comment", StringComparison.Ordinal);
}

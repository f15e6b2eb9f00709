using Summarizer.Reading.Metadata;

namespace Summarizer.Reading.Html;

/// <summary>Title, authors, publisher, date and language of a page.</summary>
internal static class PageMetadata
{
    public static ArticleDraft Read(Page page)
    {
        var facts = page.Facts;
        var draft = new ArticleDraft
        {
            Title = facts.FirstMeta("og:title", "twitter:title") ?? facts.DocumentTitle,
            Publisher = facts.FirstMeta("og:site_name", "application-name"),
            Language = facts.Language,
        };
        if (facts.FirstMeta("author", "article:author", "dc.creator") is { } author)
            draft.Authors.AddRange(AuthorNames.Parse(author));
        draft.PublishedOn = facts.FirstMeta("article:published_time", "datepublished", "date", "dc.date", "pubdate") is { } date ? DateText.Find(date) : null;
        return draft;
    }
}

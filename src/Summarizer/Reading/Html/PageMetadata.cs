using Summarizer.Reading.Metadata;

namespace Summarizer.Reading.Html;

/// <summary>Title, authors, publisher, date and language of a page.</summary>
internal static class PageMetadata
{
    public static ArticleBuilder Read(Page page, JsonLd data, CancellationToken cancellationToken)
    {
        var facts = page.Facts;
        var publisher = Decode(facts.FirstMeta("og:site_name", "article:publisher_name")) ?? data.Publisher
            ?? facts.FirstMeta("application-name", "dc.publisher", "citation_journal_title", "publisher");
        var draft = new ArticleBuilder
        {
            Publisher = publisher is null || publisher.StartsWith("http", StringComparison.Ordinal) ? null : CleanText.Fold(publisher),
            Language = facts.Language ?? data.Language ?? facts.FirstMeta("og:locale", "language", "content-language"),
        };
        draft.Title = PageTitle.Find(page, data, draft.Publisher);
        draft.Authors.AddRange(PageAuthors.Find(page, data, draft.Publisher, cancellationToken));
        draft.PublishedOn = PageDate.Find(page, data, cancellationToken);
        return draft;
    }

    public static string? Decode(string? text)
        => text is not null && text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;
}

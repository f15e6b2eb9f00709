using Summarizer.Reading.Metadata;

namespace Summarizer.Reading.Html;

/// <summary>Finds the element that holds the article, and takes its blocks.</summary>
internal static class ArticleBody
{
    // Shorter than this a page holds no article worth a summary.
    private const int LeastCharacters = 120;

    public static ArticleDraft? Read(Page page)
    {
        var data = JsonLd.Read(page.Facts.JsonLd);
        var draft = PageMetadata.Read(page, data);
        var container = Container.Find(page);
        if (container < 0)
            return null;
        var chosen = page.Elements[container];
        foreach (var block in page.Blocks)
        {
            var inside = block.Element >= container && block.Element < chosen.End;
            if (inside && page.Elements[block.Element].Excluded is null)
                draft.Passages.Add(new Passage(block.Text, KindOf(block), block.LinkShare));
            else
                draft.Removed.Add(page.Elements[block.Element].Excluded ?? BoilerplateReason.Navigation, block.Text.Length);
        }

        BoilerplateFilter.Apply(draft);
        return draft.Passages.Sum(p => p.Text.Length) >= LeastCharacters ? draft : null;
    }

    private static PassageKind KindOf(PageBlock block)
        => block.IsHeading ? PassageKind.Heading : block.Tag is "li" or "dt" or "dd" ? PassageKind.ListItem : PassageKind.Paragraph;

}

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
        var container = Container(page);
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

    private static int Container(Page page)
    {
        Score(page);
        var best = -1;
        for (var i = 0; i < page.Elements.Count; i++)
        {
            if (best < 0 || page.Elements[i].Score > page.Elements[best].Score)
                best = i;
        }

        return best < 0 || page.Elements[best].Score <= 0 ? -1 : best;
    }

    /// <summary>Paragraphs score for the elements around them, less with every level, as Readability does it.</summary>
    private static void Score(Page page)
    {
        foreach (var block in page.Blocks)
        {
            if (!block.IsProse || page.Elements[block.Element].Excluded is not null)
                continue;
            var score = (block.Text.Length - block.LinkCharacters) / 100.0;
            var at = block.Element;
            if (page.Elements[at].Tag is "p" or "li" or "blockquote" or "pre")
                at = page.Elements[at].Parent;
            for (var level = 0; at >= 0 && level < 6; at = page.Elements[at].Parent, level++)
                page.Elements[at].Score += score / (level == 0 ? 1 : level == 1 ? 1.3 : level * 1.5);
        }
    }
}

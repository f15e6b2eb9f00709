using Summarizer.Reading.BoilerplateRemoval;
using Summarizer.Reading.Metadata;

namespace Summarizer.Reading.Html;

/// <summary>Takes the article's blocks from a page and leaves the rest, counted by reason.</summary>
internal static class ArticleBody
{
    // Shorter than this a page holds no article worth a summary.
    private const int LeastCharacters = 120;

    // Below this the page is looked at a second time, with fewer exclusions.
    private const int LeastBody = 300;

    public static ArticleBuilder? Read(Page page, CancellationToken cancellationToken)
    {
        var data = JsonLd.Read(page.Facts.JsonLd, cancellationToken);
        Exclusions.Mark(page, byName: true, cancellationToken);
        var draft = PageMetadata.Read(page, data, cancellationToken);
        var chosen = Choose(page);
        if (Characters(page, chosen) < LeastBody)
        {
            // Some templates name the article's own element like a sidebar: then only tags and roles count.
            Exclusions.Mark(page, byName: false, cancellationToken);
            var second = Choose(page);
            chosen = Characters(page, second) > Characters(page, chosen) * 2 ? second : chosen;
        }

        if (JsonLdBody.Apply(page, data.Body, chosen, cancellationToken) is { } whole)
            draft.Passages = whole;
        else
            Collect(page, draft, chosen, cancellationToken);
        BoilerplateFilter.Apply(draft, cancellationToken);
        return draft.Passages.Sum(p => p.Text.Length) >= LeastCharacters ? draft : null;
    }

    private static BoilerplateReason?[] Choose(Page page)
    {
        var chosen = new BoilerplateReason?[page.Blocks.Count];
        Array.Fill(chosen, BoilerplateReason.Navigation);
        var container = MainContentFinder.Find(page);
        if (container >= 0)
            Take(page, container, chosen);
        return chosen;
    }

    private static int Characters(Page page, BoilerplateReason?[] chosen)
        => page.Blocks.Where(b => chosen[b.Order] is null).Sum(b => b.Text.Length);

    private static void Take(Page page, int container, BoilerplateReason?[] chosen)
    {
        var end = page.Elements[container].End;
        foreach (var block in page.Blocks)
        {
            var excluded = page.Elements[block.Element].Excluded;
            if (block.Element >= container && block.Element < end)
                chosen[block.Order] = excluded;
            else if (excluded is not null)
                chosen[block.Order] = excluded;
        }
    }

    private static void Collect(Page page, ArticleBuilder draft, BoilerplateReason?[] chosen, CancellationToken cancellationToken)
    {
        HeadZone.Apply(page, draft, chosen, cancellationToken);
        TailZone.Apply(page, draft, chosen, cancellationToken);
        foreach (var block in page.Blocks)
        {
            if (chosen[block.Order] is { } reason)
                draft.Removed.Add(reason, block.Text.Length);
            else
                draft.Passages.Add(new Passage(block.Text, KindOf(block), block.LinkShare));
        }
    }

    private static PassageKind KindOf(PageBlock block)
        => block.IsHeading ? PassageKind.Heading : block.Tag is "li" or "dt" or "dd" ? PassageKind.ListItem : PassageKind.Paragraph;
}

namespace Summarizer.Reading.Html;

/// <summary>
/// The element that holds the whole article. Paragraphs score for the elements around them, less with every level, as
/// Readability does it; from the best of these it goes outward as long as that brings in more prose than clutter, for
/// articles that pictures, adverts and section boxes cut into several elements.
/// </summary>
internal static class MainContentFinder
{
    private const int Levels = 6;

    // Going outward must bring in this share of what is already there; teasers beside an article stay below it.
    private const double LeastGain = 0.12;

    /// <summary>The innermost element around all of some blocks.</summary>
    public static int Around(Page page, IEnumerable<PageBlock> blocks)
    {
        var around = -1;
        foreach (var block in blocks)
        {
            around = around < 0 ? block.Element : around;
            while (around > 0 && !(block.Element >= around && block.Element < page.Elements[around].End))
                around = page.Elements[around].Parent;
        }

        return around;
    }

    /// <summary>Index of the element, or -1 when nothing on the page reads as prose.</summary>
    public static int Find(Page page)
    {
        foreach (var element in page.Elements)
            element.Score = 0;
        Score(page);
        var best = -1;
        for (var i = 0; i < page.Elements.Count; i++)
        {
            if (best < 0 || page.Elements[i].Score > page.Elements[best].Score)
                best = i;
        }

        return best < 0 || page.Elements[best].Score <= 0 ? -1 : Widen(page, best);
    }

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
            for (var level = 0; at >= 0 && level < Levels; at = page.Elements[at].Parent, level++)
                page.Elements[at].Score += score * Bonus(page.Elements[at].Marks) / (level == 0 ? 1 : level == 1 ? 1.3 : level * 1.5);
        }
    }

    /// <summary>What templates name as the article's body, most of all in the vocabulary made for it.</summary>
    private static double Bonus(string marks)
        => marks.Contains("itemprop-articlebody", StringComparison.Ordinal) ? 2 : TemplateMarks.NameBody(marks) ? 1.3 : 1;

    private static int Widen(Page page, int best)
    {
        var worth = Worth(page);
        var chosen = best;
        for (var at = page.Elements[best].Parent; at >= 0; at = page.Elements[at].Parent)
        {
            if (worth[at] > worth[chosen] * (1 + LeastGain))
                chosen = at;
        }

        return chosen;
    }

    /// <summary>Prose within each element less the clutter, in characters.</summary>
    private static double[] Worth(Page page)
    {
        var worth = new double[page.Elements.Count];
        foreach (var block in page.Blocks)
        {
            if (page.Elements[block.Element].Excluded is null)
                worth[block.Element] += WorthOf(block);
        }

        for (var i = worth.Length - 1; i > 0; i--)
            worth[page.Elements[i].Parent] += worth[i];
        return worth;
    }

    private static double WorthOf(PageBlock block)
    {
        if (block.IsProse)
            return block.Text.Length - block.LinkCharacters;
        if (block.IsHeading)
            return -60 * block.LinkShare;
        if (block.Tag is "li" or "td" or "dd" && block.LinkShare < 0.2)
            return block.Text.Length * 0.3;
        return (-Math.Min(block.Text.Length, 100) * block.LinkShare) - 8;
    }
}

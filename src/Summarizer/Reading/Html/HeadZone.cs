using Summarizer.Reading.Metadata;
using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>
/// Between a page's title and the first paragraph stand byline, date, picture credits and buttons, which go, and the
/// standfirst, which stays: it is often in a header of its own outside the body, and sites repeat it as the description.
/// </summary>
internal static class HeadZone
{
    private const int LongestLine = 120;
    private const int LeastStandfirst = 30;

    public static void Apply(Page page, ArticleBuilder draft, BoilerplateReason?[] chosen, CancellationToken cancellationToken)
    {
        var first = Array.FindIndex(chosen, c => c is null);
        if (first < 0)
            return;
        var title = TitleBlock(page, draft, chosen, cancellationToken);
        if (title >= 0)
        {
            // A title amid the body is a repetition; what stands before it there may still be the body.
            if (page.Blocks.Take(title).Where(b => chosen[b.Order] is null && b.IsProse).Sum(b => b.Text.Length) < 300)
            {
                for (var i = 0; i < title; i++)
                    chosen[i] ??= BoilerplateReason.Navigation;
            }

            chosen[title] = BoilerplateReason.Metadata;
            KeepStandfirst(page, draft, chosen, title);
        }

        Clean(page, draft, chosen, title, cancellationToken);
    }

    private static int TitleBlock(Page page, ArticleBuilder draft, BoilerplateReason?[] chosen, CancellationToken cancellationToken)
    {
        if (draft.Title is null)
            return -1;
        var title = LettersOnly.From(draft.Title);
        var found = -1;
        var body = BodyStart(page, chosen);
        foreach (var block in page.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (block.Order > body)
                break;
            if (block.Text.Length <= draft.Title.Length + 40 && LettersOnly.From(block.Text) == title && title.Length > 0
                && (block.IsHeading || found < 0 || !page.Blocks[found].IsHeading))
                found = block.Order;
        }

        return found;
    }

    private static int BodyStart(Page page, BoilerplateReason?[] chosen)
    {
        foreach (var block in page.Blocks)
        {
            if (chosen[block.Order] is null && block.IsProse && block.Text.Length >= 80)
                return block.Order;
        }

        return page.Blocks.Count;
    }

    private static void KeepStandfirst(Page page, ArticleBuilder draft, BoilerplateReason?[] chosen, int title)
    {
        var description = LettersOnly.From(page.Facts.FirstMeta("og:description", "description", "twitter:description") ?? "");
        var start = BodyStart(page, chosen);
        for (var i = title + 1; i < Math.Min(start, title + 12); i++)
        {
            var block = page.Blocks[i];
            if (chosen[i] is null || block.Text.Length is < LeastStandfirst or > 500 || block.LinkShare > 0.3
                || page.Elements[block.Element].Excluded is BoilerplateReason.Share or BoilerplateReason.Newsletter
                or BoilerplateReason.Advert
                || (page.Elements[block.Element].Excluded is BoilerplateReason.Related && !Marked(page, block)))
                continue;
            var letters = LettersOnly.From(block.Text);
            var repeated = letters.Length > 20 && description.Length > 20
                && (description.StartsWith(letters[..Math.Min(letters.Length, 40)], StringComparison.Ordinal)
                    || letters.StartsWith(description[..Math.Min(description.Length, 40)], StringComparison.Ordinal));
            if ((repeated || (Marked(page, block) && block.Text.Length >= 50)) && !AuthorNames.IsByline(block.Text))
                chosen[i] = null;
        }
    }

    private static bool Marked(Page page, PageBlock block)
    {
        for (var (at, steps) = (block.Element, 0); at >= 0 && steps < 3; at = page.Elements[at].Parent, steps++)
        {
            if (TemplateMarks.NameStandfirst(page.Elements[at].Marks))
                return true;
        }

        return false;
    }

    private static void Clean(Page page, ArticleBuilder draft, BoilerplateReason?[] chosen, int title, CancellationToken cancellationToken)
    {
        var start = BodyStart(page, chosen);
        for (var i = Math.Max(0, title); i < start; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = page.Blocks[i];
            if (chosen[i] is null && block.Text.Length <= LongestLine && !IsText(block, draft))
                chosen[i] = BoilerplateReason.Metadata;
        }
    }

    /// <summary>A short line above the body that is neither byline, date, label nor link.</summary>
    private static bool IsText(PageBlock block, ArticleBuilder draft)
    {
        var text = block.Text;
        if (block.LinkShare > 0.4 || AuthorNames.IsByline(text)
            || draft.Authors.Exists(a => text.Contains(a, StringComparison.OrdinalIgnoreCase)))
            return false;
        if (DateText.Find(text, false, out var start, out var end) is not null && (end - start) * 3 >= text.Length)
            return false;
        return block.IsProse
            || (LineShape.WordCount(text) >= 4 && (LineShape.EndsAsSentence(text) || block.IsHeading || text.Length >= 60));
    }
}

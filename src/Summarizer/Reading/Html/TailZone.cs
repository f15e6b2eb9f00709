using Summarizer.Reading.BoilerplateRemoval;
using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>
/// Below an article, in the same element, sites set what else there is to read under a line that says so. Everything
/// from such a line on goes, as long as it is the smaller part of the prose.
/// </summary>
internal static class TailZone
{
    private const double MostProse = 0.35;

    // A line that names the site itself ("More from the Gazette") is taken at its word much earlier.
    private const double LeastProse = 0.2;

    public static void Apply(Page page, ArticleBuilder draft, BoilerplateReason?[] chosen, CancellationToken cancellationToken)
    {
        var total = Prose(page, chosen, 0);
        var seen = 0;
        for (var i = 0; i < chosen.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = page.Blocks[i];
            if (chosen[i] is not null)
                continue;
            if (seen > total * (IsMoreOf(block, draft) ? LeastProse : 1 - MostProse) - 1 && Ends(block, draft) is { } reason
                && IsTeasing(page, chosen, i + 1))
            {
                for (var j = i; j < chosen.Length; j++)
                    chosen[j] ??= reason;
                return;
            }

            seen += block.IsProse ? block.Text.Length : 0;
        }
    }

    private static int Prose(Page page, BoilerplateReason?[] chosen, int from)
        => page.Blocks.Skip(from).Where(b => chosen[b.Order] is null && b.IsProse).Sum(b => b.Text.Length);

    /// <summary>"Related stories", "More from the Gazette": short, and a heading or bold or a line of its own.</summary>
    private static BoilerplateReason? Ends(PageBlock block, ArticleBuilder draft)
    {
        if (block.Text.Length > 60 || LineShape.EndsAsSentence(block.Text.TrimEnd('!')))
            return null;
        if (IsMoreOf(block, draft)
            || (block.Text.StartsWith("More ", StringComparison.OrdinalIgnoreCase) && block.IsHeading
                && LineShape.WordCount(block.Text) <= 6))
            return BoilerplateReason.Related;
        return BoilerplateRules.Anywhere(new Passage(block.Text)) is { } reason and not (BoilerplateReason.Metadata
            or BoilerplateReason.Advert or BoilerplateReason.Navigation)
            && (block.IsHeading || block.LinkShare < 0.5) ? reason : null;
    }

    private static bool IsMoreOf(PageBlock block, ArticleBuilder draft)
        => draft.Publisher is { Length: > 2 } publisher && block.Text.StartsWith("More ", StringComparison.OrdinalIgnoreCase)
            && block.Text.Contains(publisher, StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows begins with links, headings or short lines, not with a paragraph of the article.</summary>
    private static bool IsTeasing(Page page, BoilerplateReason?[] chosen, int from)
    {
        var looked = 0;
        for (var i = from; i < chosen.Length && looked < 3; i++)
        {
            if (chosen[i] is not null)
                continue;
            looked++;
            if (page.Blocks[i].LinkShare > 0.5 || page.Blocks[i].IsHeading || !page.Blocks[i].IsProse)
                return true;
        }

        return looked == 0;
    }
}

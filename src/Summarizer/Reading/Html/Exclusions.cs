namespace Summarizer.Reading.Html;

/// <summary>Marks what templates say is no article: by tag, role and the words in class and id.</summary>
internal static class Exclusions
{
    // An element that holds most of a page's prose is not what its class says.
    private const double MostProse = 0.5;

    // The same for an element around one that is named as the body.
    private const double MostBody = 0.25;

    /// <param name="page">Elements that are no article get their reason.</param>
    /// <param name="byName">Whether class and id count, or only tags and roles.</param>
    /// <param name="cancellationToken">Cancels the marking.</param>
    public static void Mark(Page page, bool byName, CancellationToken cancellationToken)
    {
        Measure(page);
        var total = page.Elements.Count == 0 ? 0 : page.Elements[0].Prose;
        var bodies = Bodies(page);
        for (var i = 0; i < page.Elements.Count; i++)
            page.Elements[i].Excluded = null;
        var index = -1;
        foreach (var element in page.Elements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            index++;
            if (element.Excluded is null && element.Parent >= 0)
                element.Excluded = page.Elements[element.Parent].Excluded;
            if (element.Excluded is not null)
                continue;
            var reason = ByTag(page, element) ?? (byName ? TemplateMarks.Reason(element.Marks) : null);
            if (reason is not null && element.Prose <= total * MostProse && bodies[index] <= total * MostBody)
                element.Excluded = reason;
        }
    }

    /// <summary>For each element the prose of the largest element in it that is named as a body.</summary>
    private static int[] Bodies(Page page)
    {
        var bodies = new int[page.Elements.Count];
        for (var i = bodies.Length - 1; i >= 0; i--)
        {
            var element = page.Elements[i];
            if (element.Prose > 0 && TemplateMarks.NameBody(element.Marks))
                bodies[i] = Math.Max(bodies[i], element.Prose);
            if (element.Parent >= 0)
                bodies[element.Parent] = Math.Max(bodies[element.Parent], bodies[i]);
        }

        return bodies;
    }

    /// <summary>Sums characters, links and prose up the tree.</summary>
    private static void Measure(Page page)
    {
        if (page.Elements.Count == 0 || page.Elements[0].Characters > 0)
            return;
        foreach (var block in page.Blocks)
        {
            var element = page.Elements[block.Element];
            element.Characters += block.Text.Length;
            element.LinkCharacters += Math.Min(block.LinkCharacters, block.Text.Length);
            element.Prose += block.IsProse ? block.Text.Length - Math.Min(block.LinkCharacters, block.Text.Length) : 0;
        }

        for (var i = page.Elements.Count - 1; i > 0; i--)
        {
            var element = page.Elements[i];
            var parent = page.Elements[element.Parent];
            parent.Characters += element.Characters;
            parent.LinkCharacters += element.LinkCharacters;
            parent.Prose += element.Prose;
        }
    }

    private static BoilerplateReason? ByTag(Page page, PageElement element) => element.Tag switch
    {
        "nav" or "menu" or "noscript" => BoilerplateReason.Navigation,
        "aside" => BoilerplateReason.Related,
        "footer" => BoilerplateReason.Navigation,
        "button" => BoilerplateReason.Share,
        "form" when element.Characters < 600 => BoilerplateReason.Newsletter,
        "figcaption" or "figure" when element.Prose < 800 => BoilerplateReason.Metadata,
        "header" when element.Depth < 3 && page.Elements[0].Prose > 0 => BoilerplateReason.Navigation,
        _ => null,
    };
}

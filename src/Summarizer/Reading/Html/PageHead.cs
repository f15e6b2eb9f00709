using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Summarizer.Reading.Html;

/// <summary>Reads titles, meta tags and JSON-LD from a page's head, and from its body where pages put them.</summary>
internal static class PageHead
{
    private const int LongestValue = 2_000;
    private const int MostMeta = 500;

    public static void Read(IHtmlDocument document, PageFacts facts)
    {
        facts.Language = document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang");
        if (document.Head is not { } head)
            return;
        foreach (var child in head.Children)
        {
            switch (child.LocalName)
            {
                case "title":
                    facts.DocumentTitle ??= CleanText.Fold(child.TextContent);
                    break;
                case "meta":
                    ReadMeta(child, facts);
                    break;
                case "script":
                    ReadScript(child, facts);
                    break;
                case "link" when child.GetAttribute("rel") == "canonical":
                    facts.Canonical ??= child.GetAttribute("href");
                    break;
            }
        }
    }

    public static void ReadMeta(IElement meta, PageFacts facts)
    {
        var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
        var content = meta.GetAttribute("content");
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(content) || content.Length > LongestValue
            || facts.Meta.Count >= MostMeta)
            return;
        facts.Meta.Add(new(name.Trim().ToLowerInvariant(), CleanText.Fold(content)));
    }

    public static void ReadScript(IElement script, PageFacts facts)
    {
        if (script.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)
            && facts.JsonLd.Count < 50)
            facts.JsonLd.Add(script.TextContent);
    }
}

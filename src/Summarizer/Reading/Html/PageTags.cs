using System.Collections.Frozen;
using AngleSharp.Dom;
using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>What tags and their marks mean to the extractor.</summary>
internal static class PageTags
{
    private static readonly WordListFile File = WordListFile.Open("Reading/Html/Lists/tags.txt");

    /// <summary>Elements whose content is never text of the article.</summary>
    public static FrozenSet<string> Skipped { get; } = Section("skipped");

    public static FrozenSet<string> Inline { get; } = Section("inline");

    /// <summary>Elements that do not add to the depth of a page, in any case.</summary>
    public static WordSet Uncounted { get; } = File.Set("uncounted");

    /// <summary>Elements that parsers set anew in every paragraph after the one that they stood in, in any case.</summary>
    public static WordSet Formatting { get; } = File.Set("formatting");

    private static readonly FrozenSet<string> Telling = Section("telling");

    /// <summary>Class, id, role and item property, in lower case, each between spaces.</summary>
    public static string MarksOf(IElement element)
    {
        if (element.Attributes.Length == 0)
            return "";
        string? @class = element.ClassName, id = element.Id, role = element.GetAttribute("role"), item = element.GetAttribute("itemprop");
        var hidden = element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
            || IsHidden(element.GetAttribute("style"));
        if (@class is null && id is null && role is null && item is null && !hidden)
            return "";
        role = role is null ? "" : "role-" + role;
        item = item is null ? "" : "itemprop-" + item;
        return $" {WithoutTopics(@class)} {id} {role} {item} {(hidden ? "is-hidden" : "")} ".ToLowerInvariant();
    }

    /// <summary>WordPress and others write an article's tags and categories into its classes; they say nothing about the element.</summary>
    private static string? WithoutTopics(string? @class)
    {
        if (@class is null || !(Has(@class, "tag-") || Has(@class, "category-") || Has(@class, "sidebar")))
            return @class;
        return string.Join(' ', @class.Split(' ', '\n', '\t').Where(c => !Begins(c, "tag-") && !Begins(c, "category-")
            && !(c.EndsWith("sidebar", StringComparison.OrdinalIgnoreCase) && (Begins(c, "no") || Begins(c, "has") || Begins(c, "with")))));

        static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

        static bool Begins(string text, string part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether an element may name a date, an author or the title, and its machine-readable value.</summary>
    public static (PageFactKind Kind, string? Value)? FactOf(IElement element, string marks)
    {
        if (element.LocalName is "time")
            return (PageFactKind.Time, element.GetAttribute("datetime"));
        if (element.LocalName is "h1" or "h2")
            return (PageFactKind.Heading, null);
        if (element.LocalName is "a" && element.GetAttribute("rel") is "author")
            return (PageFactKind.Author, null);
        if (marks.Length == 0)
            return null;
        if (TemplateMarks.NameAuthor(marks))
            return (PageFactKind.Author, element.GetAttribute("content"));
        if (TemplateMarks.NameDate(marks))
            return (PageFactKind.Date,
                element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.GetAttribute("title"));
        return null;
    }

    /// <summary>The nearest tag that says what a block is; "p" for anything else.</summary>
    public static string BlockTag(List<PageElement> elements, int element)
    {
        for (var (at, steps) = (element, 0); at >= 0 && steps < 4; at = elements[at].Parent, steps++)
        {
            var tag = elements[at].Tag;
            if (Telling.Contains(tag))
                return tag;
            if (tag is "ul" or "ol" or "table" or "article" or "section" or "main" or "body")
                break;
        }

        return "p";
    }

    private static bool IsHidden(string? style)
        => style is not null && style.Contains("display", StringComparison.OrdinalIgnoreCase)
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Section(string name) => File.Words(name).ToFrozenSet();
}

using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>An element of a page, in document order; its descendants follow it up to <see cref="End"/>.</summary>
internal sealed class PageElement(string tag, string marks, int parent, int depth)
{
    public string Tag => tag;

    /// <summary>Class, id, role and item property, in lower case, each between spaces.</summary>
    public string Marks => marks;

    /// <summary>Index of the parent, -1 for the body.</summary>
    public int Parent => parent;

    public int Depth => depth;

    /// <summary>Index behind the last descendant.</summary>
    public int End { get; set; }

    /// <summary>Why this element and all in it is no part of the article; null when it may be.</summary>
    public BoilerplateReason? Excluded { get; set; }

    public double Score { get; set; }

    /// <summary>Characters of prose in it that stand in nothing excluded.</summary>
    public int Prose { get; set; }

    /// <summary>Characters in it, links included.</summary>
    public int Characters { get; set; }

    public int LinkCharacters { get; set; }
}

/// <summary>Text between two block boundaries.</summary>
/// <param name="Element">Index of the innermost block element around it.</param>
/// <param name="Tag">The element that says what it is: p, h2, li, td, figcaption …</param>
internal sealed record PageBlock(int Element, string Tag, string Text, int LinkCharacters, int Order)
{
    public double LinkShare => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkCharacters / Text.Length);

    public bool IsHeading => Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>Prose ends as sentences do or is long, and is not mostly links.</summary>
    public bool IsProse => !IsHeading && LinkShare < 0.5
        && LineShape.IsProse(Text, sentenceFrom: 50, alwaysFrom: 140);
}

/// <summary>A page as what an extractor needs of it.</summary>
internal sealed class Page
{
    public List<PageElement> Elements { get; } = [];

    public List<PageBlock> Blocks { get; } = [];

    public PageFacts Facts { get; } = new();
}

using Summarizer.Text;

namespace Summarizer.Reading;

/// <summary>What a stretch of an upload is to its reader.</summary>
internal enum PassageKind
{
    Paragraph,
    Heading,
    ListItem,
}

/// <summary>A paragraph, heading or list item on its way into <see cref="Article.Text"/>.</summary>
/// <param name="Text">White space folded; never empty.</param>
/// <param name="LinkShare">Share of the characters that are link text, 0 to 1.</param>
internal sealed record Passage(string Text, PassageKind Kind = PassageKind.Paragraph, double LinkShare = 0)
{
    /// <summary>Whether it reads as prose: it ends as sentences end, or is too long to be anything else.</summary>
    public bool IsProse => Kind != PassageKind.Heading && LinkShare < 0.5
        && LineShape.IsProse(Text, sentenceFrom: 40, alwaysFrom: 150);
}

using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Summarizer.Reading.Text;

/// <summary>Markdown into passages: headings, emphasis and links as their text, images left out.</summary>
internal static class MarkdownReader
{
    private const int LongestChunk = 128 * 1024;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    public static ArticleDraft Read(string text)
    {
        var draft = new ArticleDraft();
        var body = FrontMatter.Take(text, draft);
        foreach (var chunk in Chunks(body))
            ReadChunk(chunk, draft.Passages);
        return draft;
    }

    /// <summary>
    /// Parsing costs more than in proportion for some input, so a long text is parsed in parts, cut between paragraphs.
    /// </summary>
    private static IEnumerable<string> Chunks(string body)
    {
        var at = 0;
        while (body.Length - at > LongestChunk)
        {
            var cut = body.LastIndexOf("\n\n", at + LongestChunk, LongestChunk, StringComparison.Ordinal);
            cut = cut > at ? cut : body.LastIndexOf('\n', at + LongestChunk, LongestChunk);
            cut = cut > at ? cut : at + LongestChunk;
            yield return body[at..cut];
            at = cut;
        }

        yield return at == 0 ? body : body[at..];
    }

    private static void ReadChunk(string chunk, List<Passage> passages)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(chunk, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses nesting beyond its limit; read as plain text the words are all there.
            passages.AddRange(PlainTextReader.Read(chunk).Passages);
            return;
        }

        foreach (var block in document.Descendants<LeafBlock>())
            Add(passages, block);
    }

    private static void Add(List<Passage> passages, LeafBlock block)
    {
        switch (block)
        {
            case HtmlBlock html:
                foreach (var paragraph in HtmlText(html).Split('\n'))
                    AddText(passages, paragraph, PassageKind.Paragraph, 0);
                break;
            case CodeBlock code:
                AddText(passages, code.Lines.ToString(), PassageKind.Paragraph, 0);
                break;
            case ThematicBreakBlock or LinkReferenceDefinition:
                break;
            default:
                AddInlines(passages, block);
                break;
        }
    }

    private static void AddInlines(List<Passage> passages, LeafBlock block)
    {
        var kind = block switch
        {
            HeadingBlock => PassageKind.Heading,
            _ when block.Parent is ListItemBlock => PassageKind.ListItem,
            _ => PassageKind.Paragraph,
        };
        if (block.Inline is null)
            return;
        var text = new StringBuilder();
        var linked = 0;
        foreach (var inline in block.Inline.Descendants().OfType<Inline>())
        {
            var before = text.Length;
            switch (inline)
            {
                case LiteralInline literal when !WithinImage(literal):
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    linked += link.Url.Length;
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    break;
                case LineBreakInline { IsHard: true } when kind == PassageKind.Paragraph:
                    // A hard break was typed on purpose: it parts lines of a header, a verse or a colophon.
                    AddText(passages, text.ToString(), kind, Share(linked, text.Length));
                    text.Clear();
                    linked = 0;
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
            }

            if (inline is LiteralInline && text.Length > before && WithinLink(inline))
                linked += text.Length - before;
        }

        AddText(passages, text.ToString(), kind, Share(linked, text.Length));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static bool WithinLink(Inline inline) => Nearest(inline) is { IsImage: false };

    private static bool WithinImage(Inline inline) => Nearest(inline) is { IsImage: true };

    private static LinkInline? Nearest(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline link)
                return link;
        }

        return null;
    }

    private static string HtmlText(HtmlBlock html)
        => System.Net.WebUtility.HtmlDecode(Tags.Replace(html.Lines.ToString(), m => m.Value.StartsWith("<br", StringComparison.OrdinalIgnoreCase) || m.Value.StartsWith("</p", StringComparison.OrdinalIgnoreCase) ? "\n" : " "));

    private static void AddText(List<Passage> passages, string text, PassageKind kind, double linkShare)
    {
        var folded = CleanText.Fold(text);
        if (folded.Length > 0)
            passages.Add(new Passage(folded, kind, linkShare));
    }

    private static readonly System.Text.RegularExpressions.Regex Tags = new("<[^<>]*>", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}

using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Summarizer.Reading.Formats;

/// <summary>Markdown into passages: headings, emphasis and links as their text, images left out.</summary>
internal static class MarkdownReader
{
    private const int LongestChunk = 128 * 1024;
    private const int MostLines = 4_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Bound().Build();

    public static ArticleBuilder Read(string text, CancellationToken cancellationToken)
    {
        var draft = new ArticleBuilder();
        var body = FrontMatter.Take(text, draft);
        foreach (var chunk in Chunks(body))
            ReadChunk(chunk, draft.Passages, cancellationToken);
        return draft;
    }

    /// <summary>
    /// Parsing costs more than in proportion for some input, so a long text is parsed in parts, cut between paragraphs.
    /// </summary>
    private static IEnumerable<string> Chunks(string body)
    {
        var at = 0;
        while (ChunkLength(body.AsSpan(at)) is var most && at + most < body.Length)
        {
            var cut = body.LastIndexOf("\n\n", at + most, most, StringComparison.Ordinal);
            cut = cut > at ? cut : body.LastIndexOf('\n', at + most, most);
            cut = cut > at ? cut : at + most;
            yield return body[at..cut];
            at = cut;
        }

        yield return at == 0 ? body : body[at..];
    }

    /// <summary>How much of a text may be in one chunk, by its characters and its lines.</summary>
    private static int ChunkLength(ReadOnlySpan<char> text)
    {
        var (length, lines) = (0, 0);
        text = text[..Math.Min(text.Length, LongestChunk)];
        while (lines++ < MostLines && text[length..].IndexOf('\n') is >= 0 and var end)
            length += end + 1;
        return lines <= MostLines ? text.Length : length;
    }

    private static void ReadChunk(string chunk, List<Passage> passages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(chunk, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses nesting beyond its limit; read as plain text the words are all there.
            passages.AddRange(PlainTextReader.Read(chunk, cancellationToken).Passages);
            return;
        }

        foreach (var block in document.Descendants<LeafBlock>())
            Add(passages, block, cancellationToken);
    }

    private static void Add(List<Passage> passages, LeafBlock block, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
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
                AddLeaf(passages, block, cancellationToken);
                break;
        }
    }

    private static void AddLeaf(List<Passage> passages, LeafBlock block, CancellationToken cancellationToken)
    {
        var kind = block switch
        {
            HeadingBlock => PassageKind.Heading,
            _ when block.Parent is ListItemBlock => PassageKind.ListItem,
            _ => PassageKind.Paragraph,
        };
        var text = new InlineText();
        if (block.Inline is not null)
        {
            AddInlines(passages, block.Inline, kind, text);
        }
        else if (!block.ProcessInlines)
        {
            foreach (var (piece, spaced) in MarkdownPieces.Read(block))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (piece.Parent is TableCell)
                    text.Flush(passages, kind);
                if (piece.Inline is not null)
                    AddInlines(passages, piece.Inline, kind, text);
                if (spaced)
                    text.Text.Append(' ');
            }
        }

        text.Flush(passages, kind);
    }

    private static void AddInlines(List<Passage> passages, ContainerInline inlines, PassageKind kind, InlineText found)
    {
        var text = found.Text;
        foreach (var inline in inlines.Descendants().OfType<Inline>())
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
                    found.Linked += link.Url.Length;
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    break;
                case LineBreakInline { IsHard: true } when kind == PassageKind.Paragraph:
                    // A hard break was typed on purpose: it parts lines of a header, a verse or a colophon.
                    found.Flush(passages, kind);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
            }

            if (inline is LiteralInline && text.Length > before && WithinLink(inline))
                found.Linked += text.Length - before;
        }
    }

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
        => System.Net.WebUtility.HtmlDecode(Tags.Replace(html.Lines.ToString(), m => EndsLine(m.Value) ? "\n" : " "));

    private static bool EndsLine(string tag)
        => tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("</p", StringComparison.OrdinalIgnoreCase);

    private static void AddText(List<Passage> passages, string text, PassageKind kind, double linkShare)
    {
        var folded = CleanText.Fold(text);
        if (folded.Length > 0)
            passages.Add(new Passage(folded, kind, linkShare));
    }

    /// <summary>The text of a block's inlines on its way into a passage.</summary>
    private sealed class InlineText
    {
        public StringBuilder Text { get; } = new();

        /// <summary>Characters of it that are links.</summary>
        public int Linked { get; set; }

        public void Flush(List<Passage> passages, PassageKind kind)
        {
            AddText(passages, Text.ToString(), kind, Text.Length == 0 ? 0 : (double)Linked / Text.Length);
            Text.Clear();
            Linked = 0;
        }
    }

    private static readonly System.Text.RegularExpressions.Regex Tags =
        new("<[^<>]*>", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}

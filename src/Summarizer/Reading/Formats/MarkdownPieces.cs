using System.Buffers;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Summarizer.Reading.Formats;

/// <summary>
/// Bounds what Markdig reads as one run of inlines. An opener that nothing closes is looked for to the end of its block, for
/// every opener anew; so a block with more marks than people set into a paragraph is read in pieces, each within the bound.
/// </summary>
internal static class MarkdownPieces
{
    private const int MostMarks = 256;

    // Repeated above every piece of a table.
    private const int MostHeaderMarks = 64;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]()*_<`|&:~\\!");

    /// <summary>Paragraphs only: what stands in a block holds no other blocks.</summary>
    private static readonly MarkdownPipeline Pipeline = Inlines();

    /// <summary>Has blocks with too many marks left as they are by a pipeline, for <see cref="Read"/> to take up.</summary>
    public static MarkdownPipelineBuilder Bound(this MarkdownPipelineBuilder builder)
    {
        foreach (var parser in builder.BlockParsers)
        {
            if (parser is ParagraphBlockParser or HeadingBlockParser)
                parser.Closed += (_, block) => SetAside(block);
        }

        return builder;
    }

    /// <summary>The leaf blocks of a block that was set aside, and whether white space follows them; a table's header comes once.</summary>
    public static IEnumerable<(LeafBlock Block, bool Spaced)> Read(LeafBlock block)
    {
        var text = block.Lines.ToString();
        var header = HeaderLength(text);
        for (var at = header; at < text.Length;)
        {
            var end = End(text, at, header > 0);
            var piece = Markdown.Parse(string.Concat(text.AsSpan(0, header), text.AsSpan(at, end - at)), Pipeline);
            foreach (var leaf in piece.Descendants<LeafBlock>())
            {
                if (at == header || header == 0 || leaf.Parent?.Parent is not TableRow { IsHeader: true })
                    yield return (leaf, char.IsWhiteSpace(text[end - 1]));
            }

            at = end;
        }
    }

    private static void SetAside(Block block)
    {
        if (block is LeafBlock { ProcessInlines: true } leaf && HasMany(leaf))
            leaf.ProcessInlines = false;
    }

    private static bool HasMany(LeafBlock block)
    {
        var marks = 0;
        for (var i = 0; i < block.Lines.Count && marks <= MostMarks; i++)
            marks += Count(block.Lines.Lines[i].Slice.AsSpan(), MostMarks);
        return marks > MostMarks;
    }

    private static int Count(ReadOnlySpan<char> text, int enough)
    {
        var marks = 0;
        for (var at = text.IndexOfAny(Marks); at >= 0 && marks <= enough; at = text.IndexOfAny(Marks))
        {
            marks++;
            text = text[(at + 1)..];
        }

        return marks;
    }

    /// <summary>Length of a table's first two lines, or 0 when a text is no table or one of more columns than people read.</summary>
    private static int HeaderLength(string text)
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf('\n', first + 1);
        if (second < 0 || !text.AsSpan(0, first).Contains('|') || Count(text.AsSpan(0, first), MostHeaderMarks) > MostHeaderMarks)
            return 0;
        var rule = text.AsSpan(first + 1, second - first - 1);
        return rule.Contains('-') && rule.IndexOfAnyExcept("|-: \t") < 0 ? second + 1 : 0;
    }

    /// <summary>
    /// Where a piece ends: where its marks are used up, moved back to a line's end or to a space that parts no link and no
    /// emphasis, as far as these can be told.
    /// </summary>
    private static int End(string text, int start, bool lines)
    {
        int marks = 0, depth = 0, space = -1, balanced = -1, line = -1;
        var (stars, bars, ticks) = (0, 0, 0);
        for (var at = start; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\n':
                    line = at + 1;
                    goto case ' ';
                case ' ':
                    space = at + 1;
                    balanced = depth <= 0 && ((stars | bars | ticks) & 1) == 0 ? at + 1 : balanced;
                    continue;
                case '[' or '(':
                    depth++;
                    break;
                case ']' or ')':
                    depth--;
                    break;
                case '*':
                    stars++;
                    break;
                case '_':
                    bars++;
                    break;
                case '`':
                    ticks++;
                    break;
            }

            if (!Marks.Contains(text[at]) || ++marks <= MostMarks)
                continue;
            var cut = lines && line > start ? line : balanced > start ? balanced : space;
            return cut > start ? cut : at;
        }

        return text.Length;
    }

    private static MarkdownPipeline Inlines()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks();
        foreach (var parser in builder.BlockParsers.Where(p => p is not ParagraphBlockParser).ToList())
            builder.BlockParsers.Remove(parser);
        return builder.Build();
    }
}

using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Summarizer.Tests.Catalog;
using Summarizer.Web.Formats;

namespace Summarizer.Tests.Web.Formats;

/// <summary>An article's words in Markdown show, and do nothing.</summary>
public sealed class MarkdownTextTests
{
    /// <summary>Every extension there is, autolinks among them.</summary>
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder()
        .UseAdvancedExtensions().UseSmartyPants().UseBootstrap().UseEmojiAndSmiley().UseSoftlineBreakAsHardlineBreak().Build();

    private static readonly string[] Pieces =
    [
        "http://evil.example/x", "https://evil.example", "HTTPS://EVIL.EXAMPLE", "www.evil.example",
        "ftp://evil.example", "mailto:a@b.example",
        "tel:+123", "a.b@c.example", "@someone", "evil.example", "//evil.example", "<https://evil.example>",
        "<a@b.example>", "[a](http://e.example)",
        "![a](http://e.example/i.png)", "[a]: http://e.example", "[a]", "[^1]", "[^1]: note",
        "<script>alert(1)</script>", "<img src=x onerror=a>",
        "<!-- x -->", "&lt;b&gt;", "# h", "## h", "===", "---", "***", "```", "~~~", "`", "``", "| a | b |", "|---|---|", "+---+", "> q",
        "> [!NOTE]", "1. a", "1) a", "i. a", "A. a", "- a", "+ a", "* a", "- [ ] t", ":   d", ":::",
        "::x::", "^^^", "^^ f", "$x$", "$$", "{.c}",
        "{#id onclick=x}", "*[HTML]: x", "~~s~~", "++i++", "==m==", "~s~", "^s^", "\"\"c\"\"", "\\",
        "\\`", "a\u00A0b", "\t", "\n", "\r\n", "\n\n",
        "    code", " ", ".", "(", ")", "“", "”", "word", "请访问http://e.example了解", "http\u200B://e.example",
        "*http://e.example*", "(www.e.example)", "word\\`<https://evil.example>{.c}",
    ];

    [Fact]
    public void Nothing_comes_of_it()
    {
        var text = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);
        Prop.ForAll(Arb.From(text), AssertHarmless).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Nothing_comes_of_any_one_of_them()
        => Assert.All(Pieces, AssertHarmless);

    [Theory]
    [InlineData("See http://news.example/a_b, or mail a@b.example.", "See `http://news.example/a_b`, or mail `a@b.example`.")]
    [InlineData("(www.news.example)", "(`www.news.example`)")]
    [InlineData("U.S. prices rose 3.5 per cent, e.g. for a_b.", "U.S. prices rose 3.5 per cent, e.g. for a\\_b.")]
    [InlineData("2024. A year", "2024\\. A year")]
    [InlineData("- dash", "\\- dash")]
    [InlineData("x`@`y", "`x`&#96;`@`&#96;`y`")]
    public void It_stays_readable(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Escape(text));

    private static void AssertHarmless(string text)
    {
        var result = Results.Of(text, 1, text, text, null, (text, Stance.Against));
        var document = Markdown.Parse(ResultMarkdown.Render(result), Everything);
        var expected = Markdown.Parse(ResultMarkdown.Render(Results.Of("n", 1, "t", "p", null, ("s", Stance.Against))), Everything);

        foreach (var node in document.Descendants())
        {
            var does = node is LinkInline or AutolinkInline or HtmlInline or HtmlBlock or Table or Footnote or FootnoteLink
                or CodeBlock or ListBlock or ThematicBreakBlock;
            Assert.False(does, $"{node.GetType().Name} of {text}");
        }

        // The article adds no block of its own to ours: headings, paragraphs and quotes are as many as for harmless words.
        Assert.Equal(Kinds(expected), Kinds(document));
    }

    private static string Kinds(MarkdownDocument document)
        => string.Join(' ', document.Descendants<Block>()
            .Where(b => b is HeadingBlock or QuoteBlock or ParagraphBlock)
            .Select(b => b.GetType().Name));
}

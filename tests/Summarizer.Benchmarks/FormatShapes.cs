using System.Globalization;
using System.Text;

namespace Summarizer.Benchmarks;

/// <summary>Uploads that cost a parser more than their length: unmatched openers, deep nesting, thousands of one construct.</summary>
internal static class FormatShapes
{
    private const string Sentence = "The harbour board voted on Tuesday to close the old ferry landing, which has run since 1911. ";

    private const string Head = "<!doctype html><html><head><title>Ferry landing to close</title></head><body>";

    /// <summary>A file's name says its format; the text is at least as long as asked for.</summary>
    public static IReadOnlyList<(string Name, Func<int, string> Text)> All { get; } =
    [
        .. Repeated(
            ".md",
            "[a](", "[a][", "![a](", "[a](<", "[a](b \"", "<![CDATA[", "<a href=\"", "x <a b=\"", "x <!--", "x <?", "x <!A", "**a ",
            "__a ", "*a _b ", "***a** ", "a**b", "_a*", "[", "]", "x]", "(((", "- ", "&#x", "&a",
            "\\[", "$$", "~~", "[^a]", "[a]", "[a][b] ", "http://", "www.", "mailto:a@", "<http://", "a|", "|a", "|-", "||\n",
            "| a | b |\n", "`a", "=", "-", "#", "# a\n", "a\n===\n", "a\n---\n", "> a\n", "* * ", "1. ",
            "- a\n", "1. a\n", "- a\n\n", "- a\n  ", "<div>\n", "<div>\n\n", "<b>\n", "<script>\n", "<!--\n", "```\n", "~~~", "\t", "\n",
            "    a\n", "a\\\n", "a  \n", "a\n", "[a]: x\n", "[a]:\n", "+++\n", "---\n"),
        ("> nested.md", n => Repeat("> ", n)),
        ("> deep lines.md", n => Repeat(Repeat("> ", 100) + "a\n", n)),
        ("indented lists.md", n => Numbered(n, i => new string(' ', i % 200 * 2) + "- a\n")),
        ("growing backticks.md", n => Numbered(n, i => new string('`', (i % 1_000) + 1) + "a ")),
        ("definitions.md", n => Numbered(n, i => $"[a{i}]: x\n")),
        ("references.md", n => "[a]: x\n\n" + Repeat("[a][a] ", n)),
        ("table columns.md", n =>
            Repeat("|a", n / 4) + "|\n" + Repeat("|-", n / 4) + "|\n" + Repeat("|b", n / 4) + "|\n" + Repeat("|c", n / 4) + "|\n"),
        ("table rows.md", n => "| a | b | c |\n|---|---|---|\n" + Repeat("| [a](b) | **c** | d |\n", n)),
        ("table of rows, few cells.md", n => Repeat("|a", 500) + "|\n" + Repeat("|-", 500) + "|\n" + Repeat("|a\n", n)),
        ("front matter.md", n => "---\n" + Repeat("key: value\n", n)),
        ("front matter, long title.md", n => "---\ntitle: " + Repeat("a ", n) + "\n---\n\n" + Repeat(Sentence, 500)),
        ("prose.md", n => Repeat(Repeat(Sentence, 5) + "\n\n", n)),
        ("linked prose.md", n => Repeat("The **board** voted [on Tuesday](https://example.org/a_b) to *close* it, `said` it. ", n)),
        .. Repeated(
            ".html",
            "<b>", "<div>", "<p><a>", "<table>", "<table><tr><td>", "<ul><li>", "<p>", "<a><b><p>", "<b><i><font>", "<select>",
            "<option>", "<select><option>", "<script>", "<style>", "<script></script>", "<!--", "<![CDATA[", "<", "</",
            "</b>", "</p>", "</div></p>", "<a href=x>y</a> ", "<h2>a</h2>", "<li>a", "<br>", "<p><b></p>", "<form>", "<button>", "<svg>",
            "<math><mi>", "<template>", "<frameset>", "<body a=b>", "<html a=b>", "<title>", "<textarea>", "<plaintext>",
            "&#x", "&amp", "&a", "<td>a", "<tr>", "<caption>", "<colgroup>", "<nobr>", "<a>", "<i>a</p>", "<table>a", "<table><b>",
            "<time>", "<h1>", "<dd>", "<ruby><rt>", "<p class=byline>By A B</p>", "<p>12 May 2018</p>", "<noscript>",
            "<meta name=a content=b>"),
        ("marked formatting.html", n => Head + Numbered(n, i => $"<p><b id=a{i}></i>a</p>")),
        ("marked formatting in boxes.html", n => Head + Numbered(n, i => $"<div><font id=a{i}></i></div>a")),
        ("marked formatting in cells.html", n => Head + "<table>" + Numbered(n, i => $"<tr><td><b id=a{i}></i>a</td>")),
        ("attributes.html", n => Head + "<p " + Numbered(n, i => $"a{i}=b ") + ">" + Sentence),
        ("classes.html", n => Head + Repeat("<p class='tag-a sidebar share related'>" + Sentence + "</p>", n)),
        ("one class.html", n => Head + "<p class='" + Repeat("asharea ", n) + "'>" + Repeat(Sentence, 5) + "</p>"),
        ("linked data.html", n =>
            Head + Repeat("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"a\"}</script>", n)
            + Repeat(Sentence, 5)),
        ("one linked data.html", n =>
            Head + "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":["
            + Numbered(n, i => $"\"Ada Lind{Letters(i)}\",") + "\"a\"]}</script>" + Repeat(Sentence, 5)),
        ("properties of linked data.html", n =>
            Head + "<script type='application/ld+json'>{\"@type\":\"Article\"" + Numbered(n, i => $",\"a{i}\":1") + "}</script>"
            + Repeat(Sentence, 5)),
        ("graph.html", n =>
            Head + "<script type='application/ld+json'>{\"@graph\":["
            + Numbered(n, i => $"{{\"@id\":\"{i}\",\"name\":\"a\",\"author\":{{\"@id\":\"{i}\"}}}},") + "{}]}</script>"
            + Repeat(Sentence, 5)),
        ("nested linked data.html", n =>
            Head + "<script type='application/ld+json'>" + Repeat("{\"author\":[", n) + "</script>" + Repeat(Sentence, 5)),
        ("linked body.html", n =>
            Head + "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" + new string('a', 250_000)
            + "\"}</script>" + Repeat("<p>" + new string('a', 1_000) + "b</p>", n)),
        ("paragraphs.html", n => Head + Repeat("<p>" + Sentence + Sentence + "</p>", n)),
        ("short lines.html", n => Head + Repeat("<div>More from here</div>", n)),
        ("boxes.html", n =>
            Head + Repeat("<div><p>" + Sentence + Sentence + "</p></div><aside><p>Sign up to our newsletter</p></aside>", n)),
        ("one text.html", n => Head + "<p>" + Repeat(Sentence, n)),
        ("words without end.html", n => Head + "<p>" + new string('a', n)),
        .. Repeated(
            ".txt",
            "A B: c\n\n", "key: value\n", "Published: 12 May 2018\n\n", "Copyright © A, B, 2018\n\n", "THE BOARD VOTED TODAY\n\n", "a",
            "a ", "\"The board voted on Tuesday to close it\"\n\n", "- a\n", "\n", "a\n", "Sign up to our newsletter\n\n",
            "You can unsubscribe at any time, all rights reserved, terms of use and privacy policy.\n\n", "By Ada Lind\n\n",
            "the old ferry landing which has run on, and\n\nthe board voted on tuesday to close it, and\n\n", Sentence,
            Sentence + "\n\n", "😀", "é\r\n"),
    ];

    private static IEnumerable<(string Name, Func<int, string> Text)> Repeated(string ending, params string[] units)
        => units.Select(unit => (
            unit.Replace("\n", "\\n", StringComparison.Ordinal) + ending,
            (Func<int, string>)(n => (ending == ".html" ? Head : "") + Repeat(unit, n))));

    private static string Repeat(string unit, int length)
        => new StringBuilder(length + unit.Length).Insert(0, unit, (length / unit.Length) + 1).ToString();

    private static string Numbered(int length, Func<int, string> unit)
    {
        var text = new StringBuilder(length);
        for (var i = 0; text.Length < length; i++)
            text.Append(unit(i));
        return text.ToString();
    }

    private static string Letters(int number)
        => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => (char)(c - '0' + 'a')));
}

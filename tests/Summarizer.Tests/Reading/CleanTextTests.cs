using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Summarizer.Reading;

namespace Summarizer.Tests.Reading;

/// <summary>Whatever characters come in, by whatever escape: the strings of an article can be normalised, stored and compared.</summary>
public sealed class CleanTextTests
{
    private const string Body =
        "The harbour board voted on Tuesday to close the old ferry landing, ending a service that has run since 1911. "
        + "Residents who had come to the meeting by boat said that the winter market would be missed more than the boat itself.";

    /// <summary>Code units that no text holds, halves of pairs, whole pairs, and what stands around them.</summary>
    private static readonly string[] Units =
    [
        "\uD83D", "\uDE00", "\uD83D\uDE00", "\uFFFE", "\uFFFF", "\uFDD0", "\uFDEF", "\uD83F\uDFFE", "\uDBFF\uDFFF",
        "\0", "\u0001", "\u0085", "\u2028", "\uFEFF",
        "a", "Ada Lind", " ", "\\", "\"", "&", "<", "é", "*", "[", ":", ",",
    ];

    private static readonly Arbitrary<string> Odd = Gen.Elements(Units).ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Strings_of_an_article_are_well_formed_whatever_position_odd_characters_stand_in()
        => Prop.ForAll(Odd, odd =>
        {
            foreach (var (name, text) in Positions(odd))
                Check(Uploads.Read(Utf16(text), name));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_headline_cut_within_an_emoji_is_read()
    {
        var page = "<html><head><script type=\"application/ld+json\">"
            + "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry landing to close \\ud83d\",\"author\":{\"name\":\"Ada Lind\"},"
            + "\"\\udE00\":1,\"description\":\"\\\\ud83d\"}"
            + $"</script></head><body><article><p>{Body}</p></article></body></html>";
        var article = Uploads.Article(page, "ferry.html");
        Assert.Equal("Ferry landing to close \uFFFD", article.Title);
        Assert.Equal(["Ada Lind"], article.Authors);
    }

    [Theory]
    [InlineData("{\"@type\":\"Article\",\"@type\":7,\"headline\":\"a\",\"headline\":{},\"author\":[[[]]],\"publisher\":[1,null]}")]
    [InlineData("{\"@type\":[{},[\"Article\"],\"Article\",null],\"headline\":[\"a\"],\"author\":{\"name\":{\"name\":1}},\"@id\":3}")]
    [InlineData("[[[[{\"@graph\":{\"@graph\":null}}]]],1,\"x\",null]")]
    [InlineData("{\"\\ud800\":\"\\udfff\",\"@\\u0074ype\":\"Article\",\"articleBody\":\"\\uD800\\uD800\\uDC00 \\u12\"}")]
    [InlineData("{\"@type\":\"Article\",\"author\":\"\\u")]
    public void Odd_linked_data_cost_nothing_but_themselves(string json)
    {
        var page = $"<html><head><title>Ferry landing to close</title><script type='application/ld+json'>{json}</script></head>"
            + $"<body><article><p>{Body}</p></article></body></html>";
        Assert.Equal(Body, Uploads.Article(page, "ferry.html").Text);
    }

    [Fact]
    public void Linked_data_nested_without_end_cost_nothing_but_themselves()
        => Odd_linked_data_cost_nothing_but_themselves(string.Concat(Enumerable.Repeat("{\"author\":[", 50_000)));

    [Theory]
    [InlineData("a\uFFFEb", "ab")]
    [InlineData("a\uFDD0b\uFDEF", "ab")]
    [InlineData("a\uD83F\uDFFEb", "ab")]
    [InlineData("a \uD83D\uDE00 b", "a \uD83D\uDE00 b")]
    [InlineData("\uFFFE", "")]
    public void Folding_cleans(string text, string clean) => Assert.Equal(clean, CleanText.Fold(text));

    private static IEnumerable<(string Name, string Text)> Positions(string odd)
    {
        var entities = string.Concat(odd.Select(c => $"&#x{(int)c:x};"))
            + string.Concat(odd.EnumerateRunes().Select(r => $"&#{r.Value};"));
        var escapes = string.Concat(odd.Select(c => $"\\u{(int)c:x4}"));
        foreach (var shown in (string[])[odd, entities])
        {
            yield return ("a.html", $"<html><head><title>{shown}</title><meta property='og:title' content='{shown}'>"
                + $"<meta property='og:site_name' content='{shown}'><meta name=author content='{shown}'></head>"
                + $"<body><h1>{shown}</h1><p class=byline>By {shown}</p><p>{Body} {shown}</p></body></html>");
            yield return ("a.md", $"---\ntitle: {shown}\nauthor: {shown}\npublisher: {shown}\n---\n\n# {shown}\n\nBy {shown}\n\n"
                + $"{Body} {shown} [{shown}]({shown}) `{shown}`\n\n<div>{shown}</div>");
        }

        yield return ("a.html", $$"""
            <html><head><script type='application/ld+json'>{
              "@type":"Article", "headline":"{{escapes}}", "{{escapes}}":1, "author":["{{escapes}}",{"name":"{{escapes}}"}],
              "publisher":{"name":"{{escapes}}"}, "articleBody":"{{escapes}} {{Body}} {{Body}} {{Body}}"
            }</script></head><body><p>{{Body[..130]}}</p></body></html>
            """);
        yield return ("a.txt", $"{odd}\n\nBy {odd}\n\nSource: {odd}\n\n{Body} {odd}\n\n{odd}\n");
    }

    private static void Check(ArticleReading reading)
    {
        if (reading is ArticleReading.Unreadable unreadable)
        {
            WellFormed(unreadable.Message);
            return;
        }

        var article = Assert.IsType<ArticleReading.Readable>(reading).Article;
        foreach (var text in (string?[])[article.Title, article.Publisher, article.Language, article.Text, .. article.Authors])
            WellFormed(text ?? "");
    }

    private static void WellFormed(string text)
    {
        _ = text.Normalize(NormalizationForm.FormKD);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            Assert.False((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF, $"U+{rune.Value:X} at {at}");
            Assert.False(rune.Value == 0xFFFD && char.IsSurrogate(text[at]), $"a lone surrogate at {at}");
            Assert.False(rune.Value != '\n' && rune.Value != '\t' && Rune.IsControl(rune), $"U+{rune.Value:X} at {at}");
            at += rune.Utf16SequenceLength;
        }
    }

    /// <summary>As it is, halves of pairs included: an encoder would replace them.</summary>
    private static byte[] Utf16(string text) => [0xFF, 0xFE, .. text.SelectMany(BitConverter.GetBytes)];
}

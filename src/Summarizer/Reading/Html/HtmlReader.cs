using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Summarizer.Reading.Html;

/// <summary>A saved web page into an article: parse, find the body, leave out what is not the author's, read the metadata.</summary>
internal static class HtmlReader
{
    private static readonly HtmlParserOptions Options = new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = IsNeeded,
    };

    /// <returns>Null when the page holds no article.</returns>
    public static ArticleDraft? Read(string html)
    {
        var parser = new HtmlParser(Options);
        using var document = parser.ParseDocument(NestingLimit.Apply(html));
        var page = PageTree.Build(document);
        return ArticleBody.Read(page);
    }

    /// <summary>Attributes that say what an element is for; the others are most of a page's bytes.</summary>
    private static bool IsNeeded(ref StructHtmlToken token, ReadOnlyMemory<char> name)
        => name.Span is "class" or "id" or "href" or "role" or "itemprop" or "name" or "property" or "content" or "datetime" or "type"
            or "style" or "hidden" or "rel" or "lang" or "xml:lang" or "aria-hidden" or "title";
}

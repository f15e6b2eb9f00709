using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Summarizer.Reading.Html;

/// <summary>A saved web page into an article: parse, find the body, leave out what is not the author's, read the metadata.</summary>
internal static class HtmlReader
{
    /// <returns>Null when the page holds no article.</returns>
    public static ArticleBuilder? Read(string html, CancellationToken cancellationToken)
    {
        var parser = new HtmlParser(Options(cancellationToken));
        using var document = parser.ParseDocument(NestingLimit.Apply(html, cancellationToken));
        var page = PageTree.Build(document, cancellationToken);
        return ArticleBody.Read(page, cancellationToken);
    }

    /// <summary>The parser knows no cancellation; that it tells of every element is used for it.</summary>
    private static HtmlParserOptions Options(CancellationToken cancellationToken) => new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = IsNeeded,
        OnCreated = (_, _) => cancellationToken.ThrowIfCancellationRequested(),
    };

    /// <summary>Attributes that say what an element is for; the others are most of a page's bytes.</summary>
    private static bool IsNeeded(ref StructHtmlToken token, ReadOnlyMemory<char> name)
        => name.Span is "class" or "id" or "href" or "role" or "itemprop" or "name" or "property" or "content" or "datetime" or "type"
            or "style" or "hidden" or "rel" or "lang" or "xml:lang" or "aria-hidden" or "title";
}

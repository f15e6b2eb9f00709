using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Summarizer.Web.Formats;

/// <summary>A result as a page of its own, for reading, saving and printing; it has no script.</summary>
internal static class ResultHtml
{
    /// <summary>Letters of every script stay letters; markup does not.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(ArticleResult result)
    {
        var title = Text(result.Article?.Title ?? result.Name);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="stylesheet" href="/page/page.css">
            </head>
            <body>
            <main>
            <h1 dir="auto">{title}</h1>
            <p class="quiet" dir="auto">{Text(ResultMarkdown.Facts(result))}</p>

            """);
        if (result.Failure is { } failure)
            html.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\"><strong>Failed:</strong> {Text(failure.Message)}</p>\n");
        if (result.Summary is { } summary)
            Summary(html, summary);
        if (result.Stances.Count > 0)
            Stances(html, result.Stances);
        if (result.Article is { } article)
            Article(html, article);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\" dir=\"auto\">{Text(ResultMarkdown.Engine(result))}</p>\n");
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Summary(StringBuilder html, ArticleSummary summary)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>Summary</h2>\n<p dir=\"auto\"><strong>{Text(summary.Headline)}</strong></p>\n");
        foreach (var sentence in summary.Sentences)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\">{Text(sentence.Text)}</p>\n");
            Quotes(html, sentence.Evidence);
        }
    }

    private static void Stances(StringBuilder html, IReadOnlyList<StanceTag> stances)
    {
        html.Append("<h2>Stances</h2>\n");
        foreach (var tag in stances)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p><strong>{ResultMarkdown.Word(tag.Stance)} <bdi>{Text(tag.Target.Name)}</bdi></strong>, "
                    + $"<bdi>{Text(ResultMarkdown.Holder(tag))}</bdi>, confidence {tag.Confidence:0.00}</p>\n");
            Quotes(html, tag.Evidence);
        }
    }

    private static void Article(StringBuilder html, Article article)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>Article</h2>\n<div lang=\"{Text(article.Language ?? "")}\">\n");
        foreach (var paragraph in article.Text.Split("\n\n"))
            html.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\">{Text(paragraph)}</p>\n");
        html.Append("</div>\n");
    }

    private static void Quotes(StringBuilder html, IReadOnlyList<Evidence> evidence)
    {
        foreach (var quote in evidence)
            html.Append(CultureInfo.InvariantCulture, $"<blockquote dir=\"auto\">{Text(quote.Quote)}</blockquote>\n");
    }

    private static string Text(string text) => Encoder.Encode(text);
}

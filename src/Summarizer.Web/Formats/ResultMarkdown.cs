using System.Globalization;
using System.Text;

namespace Summarizer.Web.Formats;

/// <summary>A result as Markdown, for notes and reports; the article's own text stays where it is.</summary>
internal static class ResultMarkdown
{
    public static string Render(ArticleResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {MarkdownText.Escape(result.Article?.Title ?? result.Name)}\n\n");
        if (Facts(result) is { Length: > 0 } facts)
            text.Append(CultureInfo.InvariantCulture, $"{MarkdownText.Escape(facts)}\n\n");
        if (result.Failure is { } failure)
            return text.Append(CultureInfo.InvariantCulture, $"**Failed:** {MarkdownText.Escape(failure.Message)}\n").ToString();

        if (result.Summary is { } summary)
        {
            text.Append(CultureInfo.InvariantCulture, $"**{MarkdownText.Escape(summary.Headline)}**\n\n");
            foreach (var sentence in summary.Sentences)
            {
                text.Append(CultureInfo.InvariantCulture, $"{MarkdownText.Escape(sentence.Text)}\n\n");
                Quotes(text, sentence.Evidence);
            }
        }

        if (result.Stances.Count > 0)
            text.Append("## Stances\n\n");
        foreach (var tag in result.Stances)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"**{Word(tag.Stance)} {MarkdownText.Escape(tag.Target.Name)}**, {MarkdownText.Escape(Holder(tag))}, ");
            text.Append(CultureInfo.InvariantCulture, $"confidence {tag.Confidence:0.00}\n\n");
            Quotes(text, tag.Evidence);
        }

        return text.Append(CultureInfo.InvariantCulture, $"{MarkdownText.Escape(Engine(result))}\n").ToString();
    }

    /// <summary>Authors, publisher, day and language, as far as they are known.</summary>
    public static string Facts(ArticleResult result) => string.Join(" · ", new[]
    {
        string.Join(", ", result.Article?.Authors ?? []), result.Article?.Publisher,
        Csv.Day(result.Article?.PublishedOn), result.Article?.Language,
    }.Where(fact => !string.IsNullOrEmpty(fact)));

    public static string Engine(ArticleResult result)
    {
        var model = result.Engine.Model is { } name ? $" ({name})" : "";
        var fallback = result.Engine.Fallback ? " as fallback" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Name}, by {result.Engine.Name} {result.Engine.Version}{model}{fallback}, {result.ProcessedAt:yyyy-MM-dd HH:mm} UTC");
    }

    public static string Holder(StanceTag tag) => tag.Holder == StanceTag.Author ? "held by the author" : $"held by {tag.Holder}, quoted";

    public static string Word(Stance stance) => stance switch
    {
        Stance.Favor => "For",
        Stance.Against => "Against",
        Stance.Neutral => "Neutral on",
        _ => "Unclear on",
    };

    private static void Quotes(StringBuilder text, IReadOnlyList<Evidence> evidence)
    {
        foreach (var quote in evidence)
            text.Append(CultureInfo.InvariantCulture, $"> {MarkdownText.Escape(quote.Quote)}\n\n");
    }
}

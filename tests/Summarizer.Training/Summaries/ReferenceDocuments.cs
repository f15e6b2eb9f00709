using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Summarizer.Reading;
using Summarizer.Reading.Html;
using Summarizer.Text;
using Summarizer.Training.Authors;

namespace Summarizer.Training.Summaries;

/// <summary>
/// The texts of the development sets that have a summary: SummEval's by many writers, GUM's by its readers, and the pages that
/// describe themselves.
/// </summary>
internal static class ReferenceDocuments
{
    /// <summary>A description of fewer words names the page and does not summarise it.</summary>
    private const int FewestWords = 10;

    /// <summary>A text of fewer sentences leaves nothing to choose.</summary>
    private const int FewestSentences = 6;

    /// <summary>A description with a smaller share of its words in the text is the site's, or another article's.</summary>
    private const double LeastShare = 0.5;

    /// <summary>A description with a greater share of its runs of three words in the text was copied from there and not written.</summary>
    private const double MostCopied = 0.7;

    private static readonly string[] PageSets = ["aeb", "naeb", "fundus", "trafilatura", "htmldate"];

    /// <param name="folder">The development sets.</param>
    public static List<ReferenceDocument> Read(string folder)
    {
        var documents = new List<ReferenceDocument>();
        foreach (var item in Items(Path.Combine(folder, "summaries", "summeval-dev.jsonl")))
        {
            documents.Add(new ReferenceDocument(
                "SummEval",
                item.GetProperty("id").GetString()!,
                new Article { Text = item.GetProperty("text").GetString()!, Language = "en" },
                Strings(item.GetProperty("references"))));
        }

        foreach (var item in Items(GumDocument.PathIn(folder)))
        {
            documents.Add(new ReferenceDocument(
                "GUM",
                item.GetProperty("id").GetString()!,
                new Article
                {
                    Text = item.GetProperty("text").GetString()!,
                    Title = item.GetProperty("title").GetString(),
                    Language = "en",
                },
                Strings(item.GetProperty("summaries"))));
        }

        documents.AddRange(Pages(folder));
        return documents.FindAll(d => SentenceSplitter.Split(d.Article.Text).Count >= FewestSentences);
    }

    /// <summary>Pages with a description of their own; one that several pages have is the site's.</summary>
    private static IEnumerable<ReferenceDocument> Pages(string folder)
    {
        var pages = new Dictionary<string, ReferenceDocument?>(StringComparer.Ordinal);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in PageSets)
        {
            foreach (var file in Directory.GetFiles(Path.Combine(folder, "pages", set)).Order(StringComparer.Ordinal))
            {
                var content = LabelledArticles.Unpacked(file);
                if (new ArticleReader().Read(new Upload("page.html", content, "text/html"), CancellationToken.None)
                        is not ArticleReading.Readable { Article: var article }
                    || Description(Encoding.UTF8.GetString(content)) is not { } description
                    || !Describes(description, article.Text) || !texts.Add(article.Text))
                    continue;
                if (!pages.TryAdd(description, new ReferenceDocument(
                    "pages, " + (article.Language == "en" ? "English" : "other"), Path.GetFileName(file), article, [description])))
                    pages[description] = null;
            }
        }

        return pages.Values.OfType<ReferenceDocument>();
    }

    private static string? Description(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return PageTree.Build(document, CancellationToken.None).Facts.FirstMeta("description", "og:description");
    }

    private static bool Describes(string description, string text)
    {
        var (own, others) = (PrecisionTarget.Words(description), PrecisionTarget.Words(text));
        return own.Length >= FewestWords && others.Length > 2 * own.Length && PrecisionTarget.Share(own, others) >= LeastShare
            && PrecisionTarget.Share(Runs(own), Runs(others)) <= MostCopied;
    }

    private static string[] Runs(string[] words)
        => [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => string.Join(' ', words, i, 3))];

    private static IEnumerable<JsonElement> Items(string file)
        => File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(s => s.GetString()!)];
}

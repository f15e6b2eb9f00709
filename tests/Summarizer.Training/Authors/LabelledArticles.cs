using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Summarizer.Reading;

namespace Summarizer.Training.Authors;

/// <summary>The articles of the development sets that labels.tsv speaks of, by the names it gives them.</summary>
internal static class LabelledArticles
{
    private static readonly string[] PageSets = ["aeb", "naeb", "fundus"];

    /// <summary>Pages that are not labelled.</summary>
    private static readonly string[] OtherPageSets = ["trafilatura", "htmldate"];

    /// <param name="folder">The folder of the development sets.</param>
    public static Dictionary<string, Article> Read(string folder)
    {
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var set in PageSets)
        {
            foreach (var item in Items(Path.Combine(folder, "pages", set + ".jsonl")))
                Add(articles, $"{set}:{item.GetProperty("id")}", "page.html",
                    Page(Path.Combine(folder, "pages"), set, item.GetProperty("file").GetString()!));
        }

        foreach (var item in Items(Path.Combine(folder, "editions", "pairs-dev.jsonl")))
            AddPair(articles, item);
        foreach (var item in Items(Path.Combine(folder, "summaries", "summeval-dev.jsonl")))
            Add(articles, $"summ:{item.GetProperty("id")}", "article.txt", Bytes(item, "text"));
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "articles")))
            Add(articles, "art:" + Path.GetFileName(file), Path.GetFileName(file), File.ReadAllBytes(file));
        return articles;
    }

    /// <summary>The same, and the articles of the pages that are not labelled.</summary>
    public static IEnumerable<Article> ReadAll(string folder)
    {
        var articles = Read(folder);
        foreach (var set in OtherPageSets)
        {
            foreach (var file in Directory.GetFiles(Path.Combine(folder, "pages", set)).Order(StringComparer.Ordinal))
                Add(articles, file, "page.html", Unpacked(file));
        }

        return articles.Values;
    }

    /// <summary>basil_EVENT_1_2 holds the first and the second report of one event.</summary>
    private static void AddPair(Dictionary<string, Article> articles, JsonElement item)
    {
        var id = item.GetProperty("id").GetString()!;
        var parts = id.Split('_');
        var (a, b) = parts.Length == 4
            ? ($"{parts[0]}:{parts[1]}_{parts[2]}", $"{parts[0]}:{parts[1]}_{parts[3]}") : (id + "_a", id + "_b");
        Add(articles, a, "article.txt", Bytes(item, "a"));
        Add(articles, b, "article.txt", Bytes(item, "b"));
    }

    private static void Add(Dictionary<string, Article> articles, string id, string name, byte[] content)
    {
        if (!articles.ContainsKey(id)
            && new ArticleReader().Read(new Upload(name, content, null), CancellationToken.None) is ArticleReading.Readable read)
            articles.Add(id, read.Article);
    }

    private static IEnumerable<JsonElement> Items(string file)
        => File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);

    private static byte[] Bytes(JsonElement item, string name) => Encoding.UTF8.GetBytes(item.GetProperty(name).GetString()!);

    private static byte[] Page(string folder, string set, string file)
    {
        string[] places = [Path.Combine(folder, file), Path.Combine(folder, set, file)];
        return Unpacked(Array.Find(places, File.Exists) ?? throw new FileNotFoundException($"{file} is not in {folder}."));
    }

    /// <summary>A page as it was published.</summary>
    /// <param name="path">Of a file that may be packed by gzip.</param>
    public static byte[] Unpacked(string path)
    {
        using var raw = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

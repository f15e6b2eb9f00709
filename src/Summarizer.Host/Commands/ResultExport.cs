using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Summarizer.Catalog;
using Summarizer.Storage;
using Summarizer.Storage.Reviews;
using Summarizer.Web.Formats;

namespace Summarizer.Host.Commands;

/// <summary>Writes all results and reviews as JSON Lines, and what a spreadsheet takes of the results as CSV.</summary>
internal sealed class ResultExport(ResultStore results, ReviewStore reviews)
{
    public const string Lines = "results.jsonl";
    public const string Table = "results.csv";
    public const string Stances = "stances.csv";
    public const string Reviews = "reviews.jsonl";

    /// <summary>Read at once, and then written in the storage's order.</summary>
    private const int Batch = 32;

    private static readonly string[] Columns =
    [
        "name", "status", "title", "authors", "publisher", "publishedOn", "language", "headline", "summary", "stances",
        "failure", "engine", "processedAt",
    ];

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns how many results were written. The files appear, or replace older ones, when all is written.</summary>
    public async Task<int> WriteAsync(string folder, Action<int> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        string[] files = [.. new[] { Lines, Table, Stances, Reviews }.Select(name => Path.Combine(folder, name))];
        var count = 0;
        await using (var lines = File.Create(Part(files[0])))
        await using (var table = new StreamWriter(Part(files[1])))
        await using (var stances = new StreamWriter(Part(files[2])))
        {
            await table.WriteAsync(Line(Columns));
            await stances.WriteAsync(Line(Csv.StanceNames));
            var names = results.ListAsync(cancellationToken).Select(r => r.Blob);
            await foreach (var batch in names.Chunk(Batch).WithCancellation(cancellationToken))
            {
                foreach (var stored in await Task.WhenAll(batch.Select(blob => results.ReadBlobAsync(blob, cancellationToken))))
                {
                    // Removed meanwhile, or put there by another writer.
                    if (stored?.Parse() is not { } result)
                        continue;
                    await lines.WriteAsync(OnOneLine(stored.Json), cancellationToken);
                    await table.WriteAsync(Row(result).AsMemory(), cancellationToken);
                    await stances.WriteAsync(StancesOf(result).AsMemory(), cancellationToken);
                    progress(++count);
                }
            }
        }

        await using (var judged = File.Create(Part(files[3])))
        {
            await foreach (var (blob, _) in reviews.ListAsync(cancellationToken))
            {
                if (await reviews.ReadBlobAsync(blob, cancellationToken) is { Review.Verdicts.Count: > 0 } stored)
                    await judged.WriteAsync(
                        OnOneLine(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(stored.Review, ReviewJson.Stored.Review))),
                        cancellationToken);
            }
        }

        foreach (var file in files)
            File.Move(Part(file), file, overwrite: true);
        return count;
    }

    private static string Part(string file) => file + ".part";

    private static string Line(params ReadOnlySpan<string?> values)
    {
        var line = new StringBuilder();
        Csv.Line(line, values);
        return line.ToString();
    }

    /// <summary>The document as it is stored, fields that this version does not know included.</summary>
    private static ReadOnlyMemory<byte> OnOneLine(BinaryData json)
    {
        using var document = JsonDocument.Parse(json);
        var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, Compact))
            document.RootElement.WriteTo(writer);
        line.WriteByte((byte)'\n');
        return line.GetBuffer().AsMemory(0, (int)line.Length);
    }

    private static string Row(ArticleResult result) => Line(
        result.Name,
        result.Status == ArticleStatus.Succeeded ? "succeeded" : "failed",
        result.Article?.Title,
        string.Join("; ", result.Article?.Authors ?? []),
        result.Article?.Publisher,
        Csv.Day(result.Article?.PublishedOn),
        result.Article?.Language,
        result.Summary?.Headline,
        result.Summary?.Text,
        string.Join("; ", result.Stances.Select(s => $"{Csv.Word(s.Stance)} {s.Target.Name} ({s.Holder})")),
        result.Failure?.Message,
        result.Engine.Name,
        result.ProcessedAt.ToString("O", CultureInfo.InvariantCulture));

    private static string StancesOf(ArticleResult result)
    {
        var table = new StringBuilder();
        foreach (var tag in result.Stances)
        {
            Csv.Line(table, new StanceItem(
                result.Name, result.Article?.Title, result.Article?.Publisher, result.Article?.PublishedOn, tag.Target.Name,
                tag.Target.Type, tag.Holder, tag.Stance, tag.Confidence, tag.Evidence.Count > 0 ? tag.Evidence[0].Quote : null,
                tag.Target.Name));
        }

        return table.ToString();
    }
}

using System.Globalization;
using System.Text.Json;

namespace Summarizer.Evaluation;

/// <summary>Figures over the pages of a set.</summary>
internal sealed class PagesScores
{
    private readonly List<(double Precision, double Recall)> bodies = [];
    private int segmentHits, segmentMisses, segmentFalse, segmentDropped;
    private int titles, titlesRight;
    private int authorHits, authorsFound, authorsGold;
    private int dates, datesRight, datesFound;

    public void Add(JsonElement gold, Article? article)
    {
        var text = article?.Text ?? "";
        if (Text(gold, "body") is { } body)
            bodies.Add(PagesShingles.Compare(body, text));
        if (gold.TryGetProperty("with", out var with))
        {
            var folded = Fold(text);
            foreach (var segment in with.EnumerateArray())
                _ = folded.Contains(Fold(segment.GetString()!), StringComparison.Ordinal) ? segmentHits++ : segmentMisses++;
            foreach (var segment in gold.GetProperty("without").EnumerateArray())
                _ = folded.Contains(Fold(segment.GetString()!), StringComparison.Ordinal) ? segmentFalse++ : segmentDropped++;
        }

        if (Text(gold, "title") is { } title)
        {
            titles++;
            titlesRight += Fold(title).Equals(Fold(article?.Title ?? ""), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        AddAuthors(gold, article);
        if (Text(gold, "date") is { } date
            && DateOnly.TryParse(date[..Math.Min(10, date.Length)], CultureInfo.InvariantCulture, out var day))
        {
            dates++;
            datesFound += article?.PublishedOn is null ? 0 : 1;
            datesRight += article?.PublishedOn == day ? 1 : 0;
        }
    }

    public void Print(TextWriter output)
    {
        if (bodies.Count > 0)
        {
            var precision = bodies.Average(b => b.Precision);
            var recall = bodies.Average(b => b.Recall);
            output.WriteLine(
                $"body        F1 {F1(precision, recall):0.000}, precision {precision:0.000}, recall {recall:0.000}, {bodies.Count} pages");
        }

        if (segmentHits + segmentMisses > 0)
        {
            var precision = (double)segmentHits / Math.Max(1, segmentHits + segmentFalse);
            var recall = (double)segmentHits / (segmentHits + segmentMisses);
            output.WriteLine(
                $"segments    F1 {F1(precision, recall):0.000}, precision {precision:0.000}, recall {recall:0.000}, "
                + $"{segmentHits + segmentMisses + segmentFalse + segmentDropped} segments");
        }

        if (titles > 0)
            output.WriteLine($"title       exact {(double)titlesRight / titles:0.000} of {titles}");
        if (authorsGold > 0)
        {
            var precision = (double)authorHits / Math.Max(1, authorsFound);
            var recall = (double)authorHits / authorsGold;
            output.WriteLine(
                $"authors     micro-F1 {F1(precision, recall):0.000}, precision {precision:0.000}, recall {recall:0.000}, "
                    + $"{authorsGold} names");
        }

        if (dates > 0)
            output.WriteLine($"date        same day {(double)datesRight / dates:0.000} of {dates}, {datesFound} found");
    }

    private void AddAuthors(JsonElement gold, Article? article)
    {
        if (!gold.TryGetProperty("authors", out var names) || names.ValueKind == JsonValueKind.Null)
            return;
        var list = names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Select(n => n.GetString()!) : names.GetString()!.Split([", ", "; "], StringSplitOptions.None);
        var wanted = list.Select(n => Fold(n).ToLowerInvariant()).Where(n => n.Length > 0).ToHashSet();
        var found = (article?.Authors ?? []).Select(n => Fold(n).ToLowerInvariant()).ToHashSet();
        authorsGold += wanted.Count;
        authorsFound += found.Count;
        authorHits += found.Count(wanted.Contains);
    }

    private static string? Text(JsonElement gold, string name)
        => gold.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static double F1(double precision, double recall)
        => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

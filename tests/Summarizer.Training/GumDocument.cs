using System.Text.Json;
using Summarizer.Evaluation.Entities;

namespace Summarizer.Training;

/// <summary>A document of the GUM corpus: its words with their syntax, and the entities that its readers marked.</summary>
/// <param name="Tokens">In the order of the text.</param>
internal sealed record GumDocument(
    string Id, string? Title, string Text, IReadOnlyList<GumToken> Tokens, IReadOnlyList<GoldEntity> Entities)
{
    public static string PathIn(string folder) => Path.Combine(folder, "entities", "gum-dev.jsonl");

    public static List<GumDocument> Read(string file)
    {
        var documents = new List<GumDocument>();
        foreach (var line in File.ReadLines(file))
        {
            using var document = JsonDocument.Parse(line);
            var item = document.RootElement;
            documents.Add(new GumDocument(
                item.GetProperty("id").GetString()!,
                item.GetProperty("title").GetString(),
                item.GetProperty("text").GetString()!,
                TokensOf(item),
                [.. item.GetProperty("entities").EnumerateArray().Select(GoldEntity.From)]));
        }

        return documents;
    }

    private static List<GumToken> TokensOf(JsonElement item)
    {
        var tokens = new List<GumToken>();
        var sentences = item.GetProperty("sentences").EnumerateArray().Select(s => s[1].GetInt32()).ToList();
        var (sentence, first) = (0, 0);
        foreach (var token in item.GetProperty("tokens").EnumerateArray())
        {
            var start = token[0].GetInt32();
            while (sentence < sentences.Count && sentences[sentence] <= start)
                (sentence, first) = (sentence + 1, tokens.Count);
            var head = token[3].GetInt32();
            tokens.Add(new GumToken(
                new TextSpan(start, token[1].GetInt32()),
                token[2].GetString()!,
                head == 0 ? null : first + head - 1,
                token[4].GetString()!));
        }

        return tokens;
    }
}

/// <param name="Tag">Word class of Universal Dependencies.</param>
/// <param name="Head">Number of the token it depends on, in the document; null for a sentence's root.</param>
internal readonly record struct GumToken(TextSpan Span, string Tag, int? Head, string Relation);

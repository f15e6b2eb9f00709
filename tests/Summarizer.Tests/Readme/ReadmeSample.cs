using System.Text.Json.Nodes;

namespace Summarizer.Tests.Readme;

/// <summary>The README's sample: a result with the fields that a reader needs first, long texts cut, times left out.</summary>
internal static class ReadmeSample
{
    public const string Article = "opinion-ferry.txt";

    private const string Begin = "<!-- sample: made by a command -->\n```json\n";
    private const string End = "\n```\n<!-- end of the sample -->";
    private const int Evidence = 1;
    private const int Removed = 2;
    private const int Sentences = 1;

    /// <summary>Makes the sample of a result, as <c>GET /api/articles/…</c> answers it.</summary>
    public static string Render(string json)
    {
        var result = JsonNode.Parse(json)!.AsObject();
        return AbridgedJson.Write(AbridgedJson.Pick(
            result,
            ("schemaVersion", null),
            ("name", null),
            ("status", null),
            ("article", article => AbridgedJson.Pick(
                article, ("title", null), ("authors", null), ("publisher", null), ("publishedOn", null), ("language", null), ("text", null),
                ("removed", removed => AbridgedJson.First(removed, Removed)))),
            ("summary", summary => AbridgedJson.Pick(
                summary, ("headline", null), ("sentences", sentences => AbridgedJson.First(sentences, Sentences, WithEvidence)))),
            ("stances", stances => AbridgedJson.Only(stances, Telling(stances.AsArray()), WithEvidence)),
            ("rejected", null),
            ("coverage", null),
            ("engine", engine => AbridgedJson.Pick(engine, ("name", null), ("version", null), ("model", null), ("fallback", null)))));
    }

    /// <summary>The sample that a README has.</summary>
    public static string In(string readme) => readme.Split(Begin)[1].Split(End)[0];

    /// <summary>A README with another sample.</summary>
    public static string Replace(string readme, string sample)
    {
        if (readme.Split(Begin) is not [var before, var rest] || rest.Split(End) is not [_, var after])
            throw new InvalidOperationException("The README's sample does not stand between its two marks.");
        return before + Begin + sample + End + after;
    }

    /// <summary>The author's surest stance that takes a side; where there is none, the first.</summary>
    private static JsonNode? Telling(JsonArray stances) => stances
        .Where(s => s!["holder"]!.GetValue<string>() == "author" && s["stance"]!.GetValue<string>() is "favor" or "against")
        .OrderByDescending(s => s!["confidence"]!.GetValue<double>()).FirstOrDefault() ?? stances.FirstOrDefault();

    private static JsonNode WithEvidence(JsonNode claim)
    {
        var abridged = claim.DeepClone().AsObject();
        abridged["evidence"] = AbridgedJson.First(claim["evidence"]!, Evidence);
        return abridged;
    }
}

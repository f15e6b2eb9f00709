using System.Globalization;
using System.Text;
using Summarizer.Tests.Catalog;

namespace Summarizer.BrowserTests;

/// <summary>Articles of many paragraphs, with claims that rest on several places between the first words and the last.</summary>
internal static class LongArticles
{
    private const int Paragraphs = 60;
    private const int Claims = 12;
    private static readonly string[] English =
        ["The council of Marlow met again", "on Monday", "to speak of the ferry", "which had not sailed since the storm",
            "and nobody agreed"];
    private static readonly string[] Arabic =
        ["اجتمع مجلس المدينة", "يوم الاثنين", "ليتحدث عن العبارة",
            "التي لم تبحر منذ العاصفة", "ولم يتفق أحد"];

    public static ArticleResult[] Three { get; } =
    [
        Of("long/english.txt", English, "en", 1),
        Of("long/arabic.txt", Arabic, "ar", 2),
        Of("long/short-lines.txt", [.. English.Take(1)], "en", 3),
    ];

    private static ArticleResult Of(string name, string[] words, string language, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var places = new List<TextSpan>();
        for (var i = 0; i < Paragraphs; i++)
        {
            if (i > 0)
                text.Append("\n\n");
            // One paragraph is higher than a window, and a claim rests on all of it.
            for (var sentences = i == Paragraphs / 2 ? 90 : 1 + random.Next(6); sentences > 0; sentences--)
            {
                var start = text.Length;
                text.AppendJoin(' ', words.Take(1 + random.Next(words.Length))).Append(CultureInfo.InvariantCulture, $" {i}-{sentences}. ");
                places.Add(new TextSpan(start, text.Length - 1));
            }
        }

        var whole = text.ToString().TrimEnd();
        Evidence At(TextSpan place) => Evidence.From(whole, new TextSpan(place.Start, Math.Min(place.End, whole.Length)));
        var middle = whole.Split("\n\n").Take(Paragraphs / 2).Sum(p => p.Length + 2);
        var length = whole.Split("\n\n")[Paragraphs / 2].Length;
        Evidence[] Several(int claim) => claim switch
        {
            0 => [At(places[0]), At(places[^1])],
            1 => [At(places[^1])],
            2 => [At(new TextSpan(middle, middle + length))],
            3 => [At(places[^2]), At(places[1])],
            _ => [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => At(places[random.Next(places.Count)]))],
        };
        var result = Results.Of(name, seed, $"A long article, {name}");
        return result with
        {
            Article = result.Article! with { Text = whole, Language = language },
            Summary = new ArticleSummary(
                "What nobody agreed on",
                "Nobody agreed.",
                [.. Enumerable.Range(0, Claims / 2).Select(i => new SummarySentence($"Nobody agreed, {i}.", Several(i)))]),
            Stances =
            [
                .. Enumerable.Range(Claims / 2, Claims / 2).Select(i => new StanceTag(
                    new StanceTarget($"Target {i}", TargetType.Topic, 1, []), StanceTag.Author, Stance.Against, 0.7, Several(i))),
            ],
        };
    }
}

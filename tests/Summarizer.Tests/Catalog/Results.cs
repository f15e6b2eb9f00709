using System.Globalization;

namespace Summarizer.Tests.Catalog;

/// <summary>Results for tests and benchmarks that need many, or certain ones.</summary>
internal static class Results
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Targets =
        ["Khalifa Haftar", "Derna", "United Nations", "Egypt", "Tripoli", "OPEC", "Anna Holt", "Marlow Council"];
    private static readonly string[] Words =
        ["siege", "library", "harbour", "election", "drought", "railway", "budget", "ferry", "reform", "strike"];

    /// <summary>A succeeded result whose stances each rest on a sentence of its text.</summary>
    /// <param name="name">The article's name.</param>
    /// <param name="order">Minutes after the others' start at which it was processed.</param>
    public static ArticleResult Of(
        string name, int order = 0, string? title = null, string? publisher = "The Herald", DateOnly? published = null,
        params (string Target, Stance Stance)[] stances)
    {
        var sentences = stances.Select(s => $"Nobody here is indifferent to {s.Target}, says {name}.")
            .DefaultIfEmpty($"Nothing is held in {name}.").ToArray();
        var text = string.Join("\n\n", sentences);
        Evidence[] Quote(string sentence)
            => [Evidence.From(text,
                new TextSpan(text.IndexOf(sentence, StringComparison.Ordinal),
                    text.IndexOf(sentence, StringComparison.Ordinal) + sentence.Length))];
        return new ArticleResult
        {
            Name = name,
            Status = ArticleStatus.Succeeded,
            Source = new ArticleSource("0x1", null, text.Length, "text/plain", "utf-8"),
            Article = new Article
            {
                Title = title ?? $"Title of {name}",
                Publisher = publisher,
                PublishedOn = published,
                Language = "en",
                Text = text,
            },
            Summary = new ArticleSummary($"Headline of {name}", sentences[0], [new SummarySentence(sentences[0], Quote(sentences[0]))]),
            Stances =
            [
                .. stances.Select((s, i) => new StanceTag(
                    new StanceTarget(s.Target, TargetType.Person, 1, []), StanceTag.Author, s.Stance, 0.8, Quote(sentences[i]))),
            ],
            Coverage = 1,
            Engine = new EngineReport { Name = "embedded", Version = "1" },
            ProcessedAt = Start.AddMinutes(order),
            DurationMs = 1,
        };
    }

    /// <summary>The article of a number, always the same: forty publishers, eight targets, ten years.</summary>
    public static ArticleResult Numbered(int number)
    {
        var random = new Random(number);
        return Of(
            string.Create(CultureInfo.InvariantCulture, $"{2016 + (number % 10)}/article-{number:000000}.txt"),
            number,
            $"{Words[random.Next(Words.Length)]} and {Words[random.Next(Words.Length)]}, part {number}",
            $"Publisher {random.Next(40)}",
            new DateOnly(2016, 1, 1).AddDays(random.Next(3650)),
            [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => (Targets[random.Next(Targets.Length)], (Stance)random.Next(3)))]);
    }
}

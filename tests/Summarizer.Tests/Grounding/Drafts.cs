using Microsoft.Extensions.Options;
using Summarizer.Grounding;

namespace Summarizer.Tests.Grounding;

/// <summary>Builds drafts as engines make them, and grounds them.</summary>
internal static class Drafts
{
    public static readonly EngineReport Engine = new() { Name = "test", Version = "1" };

    public static Article Article(string text, string? title = null, string? language = "en")
        => new() { Text = text, Title = title, Language = language };

    public static DraftSentence Sentence(string text, params string[] quotes)
        => new(text, [.. quotes.Select(q => new Quote(q))]);

    public static DraftStance Stance(
        string target, Stance stance, string quote, string holder = StanceTag.Author, double confidence = 0.8,
        TargetType type = TargetType.Person)
        => new(target, type, holder, stance, confidence, [new Quote(quote)]);

    public static Draft Of(params DraftSentence[] sentences) => new(null, sentences, [], 1, Engine);

    public static Draft Of(params DraftStance[] stances) => new(null, [], stances, 1, Engine);

    public static GroundedDraft Ground(this Article article, Draft draft, params string[] watch)
    {
        var options = new StanceOptions();
        foreach (var target in watch)
            options.Watch.Add(target);
        return new Grounder(Options.Create(options)).Ground(article, draft, CancellationToken.None);
    }

    public static GroundedDraft Ground(this Article article, params DraftSentence[] sentences) => article.Ground(Of(sentences));

    public static GroundedDraft Ground(this Article article, params DraftStance[] stances) => article.Ground(Of(stances));
}

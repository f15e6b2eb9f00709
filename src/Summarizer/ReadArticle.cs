namespace Summarizer;

/// <summary>An upload that was read: an article, or why there is none. A result is made of it and of what an engine adds.</summary>
/// <param name="Name">The article's blob name.</param>
/// <param name="Reading">The article, or the reason why the upload is none.</param>
/// <param name="ReadAt">UTC.</param>
/// <param name="Took">From the bytes to the article.</param>
public sealed record ReadArticle(string Name, ArticleSource Source, ArticleReading Reading, DateTime ReadAt, TimeSpan Took)
{
    /// <summary>Null when the upload could not be read as an article.</summary>
    public Article? Article => (Reading as ArticleReading.Readable)?.Article;

    /// <summary>The result of a draft that was grounded.</summary>
    /// <param name="draft">What of the draft the article supports.</param>
    /// <param name="took">Drafting and grounding together.</param>
    public ArticleResult Succeeded(GroundedDraft draft, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new ArticleResult
        {
            Name = Name,
            Status = ArticleStatus.Succeeded,
            Source = Source,
            Article = Article,
            Summary = draft.Summary,
            Stances = draft.Stances,
            Rejected = draft.Rejected,
            Coverage = draft.Coverage,
            Engine = draft.Engine,
            ProcessedAt = ReadAt,
            DurationMs = Milliseconds(took),
        };
    }

    /// <summary>A named failure in the form of a result.</summary>
    /// <param name="failure">What happened, and what to do.</param>
    /// <param name="engine">The engine at work, and what it cost.</param>
    /// <param name="took">What came after the reading.</param>
    public ArticleResult Failed(ArticleFailure failure, EngineReport engine, TimeSpan took) => new()
    {
        Name = Name,
        Status = ArticleStatus.Failed,
        Failure = failure,
        Source = Source,
        Article = Article,
        Engine = engine,
        ProcessedAt = ReadAt,
        DurationMs = Milliseconds(took),
    };

    private double Milliseconds(TimeSpan took) => Math.Round((Took + took).TotalMilliseconds, 3);
}

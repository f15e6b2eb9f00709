namespace Summarizer.Tests.Support;

/// <summary>An engine with a model, which costs money and answers as the test says, for what storage does around it.</summary>
internal sealed class ScriptedEngine(Func<int, Article, Task<EngineOutcome>> answer, string model = "scripted") : IEngine
{
    private int calls;

    public int Calls => calls;

    public EngineReport Identity { get; } = new() { Name = "openai", Version = "test", Model = model };

    public async ValueTask<EngineOutcome> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
        => await answer(Interlocked.Increment(ref calls), request.Article);

    /// <summary>A draft that quotes the article's first sentence.</summary>
    public EngineOutcome Draft(Article article) => Draft(article, Identity);

    /// <inheritdoc cref="Draft(Article)"/>
    /// <param name="report">What it cost.</param>
    public EngineOutcome Draft(Article article, EngineReport report)
    {
        var sentence = article.Text[..(article.Text.IndexOf('.', StringComparison.Ordinal) + 1)];
        return new EngineOutcome.Drafted(new Draft(null, [new DraftSentence(sentence, [new Quote(sentence)])], [], 1, report));
    }
}

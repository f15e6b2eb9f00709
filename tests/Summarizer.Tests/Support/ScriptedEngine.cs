namespace Summarizer.Tests.Support;

/// <summary>An engine that costs money and answers as the test says, for what storage does around it.</summary>
internal sealed class ScriptedEngine(Func<int, Article, Task<EngineOutcome>> answer, string model = "scripted") : IEngine
{
    private int calls;

    public int Calls => calls;

    public bool CostsMoney => true;

    public EngineReport Identity { get; } = new() { Name = "openai", Version = "test", Model = model };

    public async ValueTask<EngineOutcome> DraftAsync(
        Article article, IReadOnlyList<Rejection> corrections, CancellationToken cancellationToken)
        => await answer(Interlocked.Increment(ref calls), article);

    /// <summary>A draft that quotes the article's first sentence.</summary>
    public EngineOutcome Draft(Article article)
    {
        var sentence = article.Text[..(article.Text.IndexOf('.', StringComparison.Ordinal) + 1)];
        return new EngineOutcome.Drafted(new Draft(null, [new DraftSentence(sentence, [new Quote(sentence)])], [], 1, Identity));
    }
}

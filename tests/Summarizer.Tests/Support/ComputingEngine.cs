namespace Summarizer.Tests.Support;

/// <summary>An engine of this process that computes as the test says before it quotes the article's first sentence.</summary>
internal sealed class ComputingEngine(Action<Article, CancellationToken> compute) : IEngine
{
    private int calls;

    /// <summary>An article with this word in it is computed for ever.</summary>
    public const string Bomb = "endlessly";

    /// <summary>Computes bombs until it is cancelled.</summary>
    public static ComputingEngine UntilCancelled => new((article, token) =>
    {
        if (!IsBomb(article))
            return;
        token.WaitHandle.WaitOne();
        token.ThrowIfCancellationRequested();
    });

    public int Calls => calls;

    public EngineReport Identity { get; } = new() { Name = "embedded", Version = "test" };

    public static bool IsBomb(Article article) => article.Text.Contains(Bomb, StringComparison.Ordinal);

    public ValueTask<EngineOutcome> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
        => new(new EngineOutcome.Drafted(request.Clock.Run(token => Draft(request.Article, token), cancellationToken)));

    private Draft Draft(Article article, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        compute(article, cancellationToken);
        var sentence = article.Text[..(article.Text.IndexOf('.', StringComparison.Ordinal) + 1)];
        return new Draft(null, [new DraftSentence(sentence, [new Quote(sentence)])], [], 1, Identity);
    }
}

namespace Summarizer.Extractive.Summaries;

/// <summary>Every sentence of an article, judged by what it says and by how well it stands alone.</summary>
internal sealed class SentenceScores
{
    /// <summary>The lead of a report says the most important first; that of a commentary tells an anecdote.</summary>
    private const double LeadOfNews = 0.08;

    private readonly double[] precisions, standalone;

    /// <param name="read">The article.</param>
    /// <param name="title">May be null.</param>
    /// <param name="model">Tells the precision.</param>
    /// <param name="cancellationToken">Cancels the judging.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SentenceScores(AnalyzedText read, string? title, PrecisionModel model, CancellationToken cancellationToken)
    {
        Words = new SentenceWords(read, title, cancellationToken);
        var features = new SentenceFeatures(read, Words, cancellationToken);
        LeadBonus = LeadOfNews * (1 - features.Commentary);
        precisions = new double[read.Sentences.Count];
        standalone = new double[read.Sentences.Count];
        Span<double> values = stackalloc double[SentenceFeatures.Names.Length];
        for (var s = 0; s < precisions.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            features.Write(s, values);
            precisions[s] = Math.Min(1, model.Predict(values) + features.Thesis(values));
            standalone[s] = StandaloneScore.Compute(read, s);
        }
    }

    public int Count => precisions.Length;

    public SentenceWords Words { get; }

    /// <summary>The share of its words that a summary would have, as predicted; 0 to 1.</summary>
    public double Precision(int sentence) => precisions[sentence];

    /// <summary>Added to the precision of the first sentences.</summary>
    public double LeadBonus { get; }

    /// <summary>Whether it can be read without those around it; 0 to 1.</summary>
    public double Standalone(int sentence) => standalone[sentence];
}

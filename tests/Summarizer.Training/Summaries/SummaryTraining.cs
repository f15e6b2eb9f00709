using System.Globalization;
using Summarizer.Evaluation;
using Summarizer.Extractive;
using Summarizer.Extractive.Summaries;
using Summarizer.Text;
using Summarizer.Training.Learning;

namespace Summarizer.Training.Summaries;

/// <summary>Trains what tells how much of a sentence a summary would have.</summary>
internal sealed class SummaryTraining
{
    private const int Folds = 5, Sentences = 3;

    /// <summary>Of the squared weights, against one for each document.</summary>
    private const double Penalty = 5;

    private readonly List<Document> documents;

    public SummaryTraining(IEnumerable<ReferenceDocument> documents) => this.documents = [.. documents.Select(d => new Document(d))];

    public int Count => documents.Count;

    /// <summary>The lines of summary.txt.</summary>
    public List<string> Weights() => Lines(documents);

    /// <summary>ROUGE of summaries by weights that did not see the document: by set, with the number of its documents.</summary>
    public IEnumerable<(string Set, int Count, double One, double Two, double LongestSum, double Words)> CrossValidated()
    {
        var scores = new List<(string Set, SummariesRouge Rouge, int Words)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = new PrecisionModel(Lines([.. documents.Where((_, d) => d % Folds != fold)]));
            foreach (var document in documents.Where((_, d) => d % Folds == fold))
            {
                var summary = document.Summary(model, Sentences);
                scores.Add((document.Source.Set, SummariesRouge.Of(summary, Split(document.Source.References[0])),
                    summary.Sum(s => PrecisionTarget.Words(s).Length)));
            }
        }

        return scores.GroupBy(s => s.Set).Select(g => (g.Key, g.Count(), g.Average(s => s.Rouge.One), g.Average(s => s.Rouge.Two),
            g.Average(s => s.Rouge.LongestSum), g.Average(s => s.Words)));
    }

    private static string[] Split(string text) => [.. SentenceSplitter.Split(text).Select(s => s.Span.In(text))];

    private static List<string> Lines(List<Document> chosen)
    {
        var sentences = chosen.SelectMany(d => d.Examples).ToList();
        var weights = RidgeRegression.Fit(
            [.. sentences.Select(e => e.Features)], [.. sentences.Select(e => e.Precision)], [.. sentences.Select(e => e.Importance)],
            Penalty);
        return [.. SentenceFeatures.Names.Append("Intercept").Select((n, f) =>
            n + " " + weights[f].ToString("0.####", CultureInfo.InvariantCulture))];
    }

    private sealed class Document
    {
        private readonly AnalyzedText read;

        public Document(ReferenceDocument source)
        {
            Source = source;
            read = new AnalyzedText(source.Article.Text, source.Article.Language, CancellationToken.None);
            var words = new SentenceWords(read, source.Article.Title, CancellationToken.None);
            var features = new SentenceFeatures(read, words, CancellationToken.None);
            var references = source.References.Select(PrecisionTarget.Words).ToArray();
            var usable = Enumerable.Range(0, read.Sentences.Count).Where(s => StandaloneScore.Compute(read, s) > 0).ToList();
            foreach (var s in usable)
            {
                var values = new double[SentenceFeatures.Names.Length];
                features.Write(s, values);
                var own = PrecisionTarget.Words(read.Sentences[s].Span.In(read.Text));
                Examples.Add(new Example(values, references.Average(r => PrecisionTarget.Share(own, r)), 1.0 / usable.Count));
            }
        }

        public ReferenceDocument Source { get; }

        public List<Example> Examples { get; } = [];

        public string[] Summary(PrecisionModel model, int sentences)
        {
            var scores = new SentenceScores(read, Source.Article.Title, model, CancellationToken.None);
            return [.. Extractor.Choose(read, scores, sentences, CancellationToken.None)
                .Select(s => read.Sentences[s].Span.In(read.Text))];
        }
    }

    /// <param name="Importance">All sentences of a document together count one.</param>
    private sealed record Example(double[] Features, double Precision, double Importance);
}

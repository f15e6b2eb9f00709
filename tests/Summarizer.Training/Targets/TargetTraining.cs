using System.Globalization;
using Summarizer.Evaluation.Entities;
using Summarizer.Extractive;
using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Entities.Linking;
using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Training.Learning;
using Summarizer.Training.Links;
using Summarizer.Training.Names;

namespace Summarizer.Training.Targets;

/// <summary>
/// Trains all that finds targets, one part upon the other: the recogniser of names, their types, what stands for them, and
/// how salient they are. Each part learns from what the parts before say of texts that they were not trained on.
/// </summary>
internal sealed class TargetTraining
{
    /// <summary>So many of five readers' summaries needed what counts as salient.</summary>
    private const int LeastSalience = 1;

    /// <summary>Of the squared weights.</summary>
    private const double Penalty = 5;

    private readonly NameTraining names;
    private readonly List<GumDocument> documents;
    private readonly NameTagger[] taggers;

    public TargetTraining(string folder)
    {
        names = new NameTraining(LabelledTexts.Read(folder));
        documents = GumDocument.Read(GumDocument.PathIn(folder));
        taggers = [.. Enumerable.Range(0, NameTraining.Folds).Select(names.TaggerWithout)];
    }

    public (byte[] Names, IEnumerable<string> Targets, IEnumerable<string> Links) Weights()
    {
        var (model, links) = Train(_ => true);
        return (names.Weights(), model, LinkTraining.Lines(links));
    }

    /// <summary>The figures of documents that nothing was trained on.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="show">Called with each document and its targets; null for nobody.</param>
    public void CrossValidate(TextWriter output, Action<GumDocument, List<Target>>? show)
    {
        names.CrossValidate(output, taggers);
        var counts = new TargetCounts();
        for (var fold = 0; fold < NameTraining.Folds; fold++)
        {
            var (model, links) = Train(d => d % NameTraining.Folds != fold);
            var finder = new TargetFinder(taggers[fold], new TargetModel(model), new LinkWeights(links));
            for (var d = fold; d < documents.Count; d += NameTraining.Folds)
            {
                var read = new AnalyzedText(documents[d].Text, "en", CancellationToken.None);
                var targets = finder.Find(read, documents[d].Title, CancellationToken.None);
                counts.Add(documents[d].Entities, [.. targets.Where(t => t.IsReported).Take(TargetFinder.MostReported)]);
                show?.Invoke(documents[d], targets);
            }
        }

        counts.Print(output);
    }

    private (List<string> Model, float[][] Links) Train(Predicate<int> counts)
    {
        int[] chosen = [.. Enumerable.Range(0, documents.Count).Where(d => counts(d))];
        var types = new TargetModel(Lines([.. chosen.SelectMany(d => Examples(d, null, null))]));
        var links = new LinkTraining([.. chosen.Select(d => new LinkDocument(documents[d], Finder(d, types)))]).Weights();
        return (Lines([.. chosen.SelectMany(d => Examples(d, types, new LinkWeights(links)))]), links);
    }

    private TargetFinder Finder(int document, TargetModel? model) => new(taggers[document % NameTraining.Folds], model, null);

    private IEnumerable<TargetExample> Examples(int document, TargetModel? types, LinkWeights? links)
    {
        var read = new AnalyzedText(documents[document].Text, "en", CancellationToken.None);
        var named = Finder(document, types).Named(read, documents[document].Title, CancellationToken.None);
        if (links is not null)
            TargetFinder.Link(read, documents[document].Title, named, links, CancellationToken.None);
        return named.Select(n => new TargetExample(
            n.Features, GoldEntity.NamedBy([.. n.Target.Mentions.Select(m => m.Span)], documents[document].Entities)));
    }

    /// <summary>The lines of targets.txt.</summary>
    private static List<string> Lines(List<TargetExample> examples)
    {
        var weights = Enum.GetValues<TargetQuestion>().Select(q => q switch
        {
            TargetQuestion.Named => Fit(examples, e => e.Entity is not null),
            TargetQuestion.Salient => Fit(examples, e => e.Entity?.Salience >= LeastSalience),
            _ => Fit(examples.FindAll(e => e.Entity is not null).ConvertAll(e => e.Unlinked()), e => e.IsA(q)),
        }).ToArray();
        return [.. TargetFeatures.Names.Append("Intercept").Select((n, f) =>
            n + " " + string.Join(' ', weights.Select(w => w[f].ToString("0.####", CultureInfo.InvariantCulture))))];
    }

    private static double[] Fit(List<TargetExample> examples, Func<TargetExample, bool> isSo)
        => LogisticRegression.Fit([.. examples.Select(e => e.Features)], [.. examples.Select(isSo)], Penalty);

    /// <param name="Entity">What it names; null when nobody marked it as a name.</param>
    private sealed record TargetExample(double[] Features, GoldEntity? Entity)
    {
        /// <summary>Types are told before anything is linked.</summary>
        public TargetExample Unlinked()
        {
            var features = (double[])Features.Clone();
            TargetFeatures.SetLinked(features, 0);
            return this with { Features = features };
        }

        public bool IsA(TargetQuestion type) => LabelledTexts.TypeOf(Entity!.Type) switch
        {
            TargetType.Person => type == TargetQuestion.Person,
            TargetType.Organization => type == TargetQuestion.Organization,
            TargetType.Place => type == TargetQuestion.Place,
            _ => type == TargetQuestion.Other,
        };
    }
}

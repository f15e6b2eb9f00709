using System.Globalization;
using Summarizer.Extractive.Entities;

namespace Summarizer.Training.Links;

internal static class LinkCommands
{
    private static readonly double[] Thresholds = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9];

    /// <summary>Prints precision and recall on documents that training did not see, for the targets that are reported.</summary>
    /// <param name="file">GUM.</param>
    /// <param name="show">Documents whose wrong links are listed; null for none.</param>
    public static int Check(string file, string? show)
    {
        var answers = new List<(string Kind, string Word, double Confidence, bool IsRight)>();
        var linkable = new List<(string Kind, string Word)>();
        foreach (var (document, weights) in new LinkTraining(Read(file)).CrossValidated())
        {
            linkable.AddRange(document.Linkable.Select(l => (l.Kind, WordOf(document, l.Span))));
            var linked = document.Link(weights);
            for (var t = 0; t < linked.Length; t++)
            {
                foreach (var mention in document.IsReported(t) ? linked[t] ?? [] : [])
                {
                    var isRight = document.StandsFor(mention.Span, t);
                    var word = WordOf(document, mention.Span);
                    answers.Add((mention.Kind == LinkKind.Noun ? "noun" : "pronoun", word, mention.Confidence, isRight));
                    if (show is not null && document.Id.Contains(show, StringComparison.Ordinal))
                        Console.WriteLine(Shown(document, mention, t, isRight));
                }
            }
        }

        foreach (var kind in new[] { "pronoun", "noun", "" })
        {
            foreach (var threshold in Thresholds)
            {
                var sure = answers.Where(a => a.Confidence >= threshold && (kind.Length == 0 || a.Kind == kind)).ToList();
                Print($"{(kind.Length == 0 ? "all" : kind)} from {threshold:0.00}", sure.Count(a => a.IsRight), sure.Count,
                    linkable.Count(l => kind.Length == 0 || l.Kind == kind));
            }
        }

        foreach (var word in linkable.Where(l => l.Kind == "pronoun").GroupBy(l => l.Word).OrderByDescending(g => g.Count()).Take(24))
        {
            var its = answers.Where(a => a.Kind == "pronoun" && a.Word == word.Key).ToList();
            Print(word.Key, its.Count(a => a.IsRight), its.Count, word.Count());
        }

        foreach (var bin in answers.GroupBy(a => Math.Min(9, (int)(a.Confidence * 10))).OrderBy(b => b.Key))
            Print($"confidence {bin.Average(a => a.Confidence):0.00}", bin.Count(a => a.IsRight), bin.Count(), 0);
        return 0;
    }

    private static List<LinkDocument> Read(string file)
        => [.. GumDocument.Read(file).Select(d => new LinkDocument(d, TargetFinder.Shared))];

    private static string WordOf(LinkDocument document, TextSpan span)
#pragma warning disable CA1308 // The words are shown as they are written.
        => span.In(document.Text).ToLowerInvariant();
#pragma warning restore CA1308

    private static string Shown(LinkDocument document, LinkedMention mention, int target, bool isRight)
    {
        var from = Math.Max(0, mention.Span.Start - 100);
        var to = Math.Min(document.Text.Length, mention.Span.End + 40);
        return string.Create(CultureInfo.InvariantCulture, $"{document.Id} {(isRight ? "right" : "WRONG")} {mention.Confidence:0.00} ")
            + $"{document.NameOf(target)}: …{document.Text[from..mention.Span.Start]}[{mention.Span.In(document.Text)}]"
            + $"{document.Text[mention.Span.End..to]}…".ReplaceLineEndings(" / ");
    }

    private static void Print(string what, int right, int said, int all) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-24} precision {(double)right / Math.Max(1, said):0.000}  recall {(double)right / Math.Max(1, all):0.000}  "
            + $"({right} of {said} said, of {all})"));
}

using Summarizer.Extractive;
using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Stances;

namespace Summarizer.Training.Authors;

/// <summary>One target of one article, and what the author thinks of it.</summary>
/// <param name="Label">0 against, 1 neutral, 2 favor.</param>
internal sealed record AuthorExample(string Article, double[] Features, int Label)
{
    /// <summary>The labels whose article and target the engine still finds, in the order of the file.</summary>
    public static List<AuthorExample> Read(string labels, IReadOnlyDictionary<string, Article> articles)
    {
        var drafter = new StanceDrafter(SentenceStance.Shared);
        var examples = new List<AuthorExample>();
        var lines = File.ReadLines(labels).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));
        foreach (var ofArticle in lines.GroupBy(l => l[0]))
        {
            if (!articles.TryGetValue(ofArticle.Key, out var article))
                continue;
            var read = new AnalyzedText(article.Text, article.Language, CancellationToken.None);
            var targets = TargetFinder.Shared.Find(read, article.Title, CancellationToken.None);
            var found = drafter.Authors(read, article.Title, targets, 0, CancellationToken.None)
                .ToDictionary(f => f.Target.Name, f => f.Features);
            foreach (var line in ofArticle)
            {
                if (found.TryGetValue(line[1], out var features))
                    examples.Add(new AuthorExample(line[0], features, line[2][0] switch { 'A' => 0, 'N' => 1, _ => 2 }));
            }
        }

        return examples;
    }
}

using Summarizer.Extractive;
using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Stances;

namespace Summarizer.Training.Authors;

/// <summary>One target of one article, and what the author thinks of it.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Target">The name that the engine gives it.</param>
/// <param name="Features">What the stance is decided by.</param>
/// <param name="Label">0 against, 1 neutral, 2 favor.</param>
/// <param name="Language">Of the article.</param>
/// <param name="IsPiece">One of the short pieces of this project.</param>
internal sealed record AuthorExample(string Article, string Target, double[] Features, int Label, string Language, bool IsPiece)
{
    private static readonly StanceDrafter Drafter = new(SentenceStance.Shared);

    /// <summary>The lines of a file of labels: article, target and label.</summary>
    public static IEnumerable<(string Article, string Target, int Label)> Labels(string file)
        => File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .Select(l => (l[0], l[1], l[2][0] switch { 'A' => 0, 'N' => 1, _ => 2 }));

    /// <summary>The labels whose article and target the engine still finds, in the order of the file.</summary>
    public static List<AuthorExample> Read(
        IEnumerable<(string Article, string Target, int Label)> labels, IReadOnlyDictionary<string, Article> articles)
    {
        var examples = new List<AuthorExample>();
        foreach (var ofArticle in labels.GroupBy(l => l.Article))
        {
            if (articles.TryGetValue(ofArticle.Key, out var article))
                examples.AddRange(From(ofArticle.Key, article, [.. ofArticle.Select(l => (new[] { l.Target }, l.Label))], isPiece: false));
        }

        return examples;
    }

    public static List<AuthorExample> Of(ShortPiece piece)
        => From(piece.Id, piece.Article, [.. piece.Targets.Select(t => (t.Names, t.Label))], isPiece: true);

    /// <summary>A label belongs to the target that goes by its name, or else to the one that has it among its others.</summary>
    private static List<AuthorExample> From(string id, Article article, List<(string[] Names, int Label)> labels, bool isPiece)
    {
        var read = new AnalyzedText(article.Text, article.Language, CancellationToken.None);
        var targets = TargetFinder.Shared.Find(read, article.Title, CancellationToken.None);
        var found = Drafter.Authors(read, article.Title, targets, 0, CancellationToken.None).ToList();
        var examples = new List<AuthorExample>();
        foreach (var (names, label) in labels)
        {
            var at = found.FindIndex(f => names.Contains(f.Target.Name, StringComparer.OrdinalIgnoreCase));
            if (at < 0)
                at = found.FindIndex(f => f.Target.Aliases.Any(a => names.Contains(a, StringComparer.OrdinalIgnoreCase)));
            if (at < 0)
                continue;
            examples.Add(new AuthorExample(id, found[at].Target.Name, found[at].Features, label, article.Language ?? "en", isPiece));
            found.RemoveAt(at);
        }

        return examples;
    }
}

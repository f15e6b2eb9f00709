using Summarizer.Evaluation.Entities;
using Summarizer.Extractive;
using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Entities.Linking;

namespace Summarizer.Training.Links;

/// <summary>A document of GUM with the targets that we find in it, and whom each of them is according to the corpus.</summary>
internal sealed class LinkDocument
{
    private readonly AnalyzedText read;
    private readonly string? title;
    private readonly List<Target> targets;
    private readonly GoldEntity?[] entities;
    private readonly Dictionary<GoldEntity, Dictionary<TextSpan, string>> others = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<int> reported;

    public LinkDocument(GumDocument document, TargetFinder finder)
    {
        title = document.Title;
        Id = document.Id;
        read = new AnalyzedText(document.Text, "en", CancellationToken.None);
        targets = [.. finder.Named(read, title, CancellationToken.None).Select(n => n.Target)];
        entities = [.. targets.Select(t => GoldEntity.NamedBy([.. t.Mentions.Select(m => m.Span)], document.Entities))];
        foreach (var entity in document.Entities)
        {
            others.Add(entity, entity.Pronouns.Select(p => (Span: p, Kind: "pronoun"))
                .Concat(entity.Nouns.Select(n => (Span: n, Kind: "noun")))
                .DistinctBy(o => o.Span).ToDictionary(o => o.Span, o => o.Kind));
        }

        reported = [.. Enumerable.Range(0, targets.Count).Where(t => targets[t].Type != TargetType.Topic && entities[t] is not null)
            .Take(12)];
    }

    public string Id { get; }

    public string Text => read.Text;

    /// <summary>Pronouns and nouns of the reported targets' entities.</summary>
    public IEnumerable<(TextSpan Span, string Kind)> Linkable => reported.Select(t => entities[t]!).Distinct()
        .SelectMany(e => others[e].Select(o => (o.Key, o.Value)));

    public bool IsReported(int target) => reported.Contains(target);

    public string NameOf(int target) => targets[target].Name;

    /// <summary>Whether the corpus says that an expression stands for a target.</summary>
    public bool StandsFor(TextSpan span, int target) => entities[target] is { } entity && others[entity].ContainsKey(span);

    public List<LinkedMention>?[] Link(ILinkChooser chooser)
        => MentionLinker.Link(read, title, targets, chooser, CancellationToken.None);
}

using Summarizer.Extractive.Entities;

namespace Summarizer.Evaluation.Entities;

/// <param name="Linked">Mentions linked to reported targets.</param>
/// <param name="Right">Those of them that readers marked so.</param>
/// <param name="Linkable">What readers marked of the reported targets' entities.</param>
internal readonly record struct LinkCounts(int Linked, int Right, int Linkable)
{
    public LinkCounts Add(Target target, LinkKind kind, IReadOnlyList<TextSpan> marked, bool isNew)
    {
        var spans = target.Linked.Where(m => m.Kind == kind).Select(m => m.Span).ToList();
        return new(Linked + spans.Count, Right + spans.Count(marked.Contains), Linkable + (isNew ? marked.Count : 0));
    }

    public static LinkCounts operator +(LinkCounts a, LinkCounts b)
        => new(a.Linked + b.Linked, a.Right + b.Right, a.Linkable + b.Linkable);
}

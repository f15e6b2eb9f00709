using Summarizer.Grounding.Facts;

namespace Summarizer.Grounding;

/// <summary>Adds a tag for every watched target that no tag reports on.</summary>
internal static class WatchedStances
{
    public static void AddTo(List<StanceTag> tags, IReadOnlyList<WatchedTarget> watched, SearchableArticle article)
    {
        foreach (var target in watched)
        {
            if (tags.Exists(t => t.Holder == StanceTag.Author && ReportsOn(t.Target, target)))
                continue;
            var aliases = target.Aliases.Where(a => Mentions.Count(article, a, []) > 0).ToArray();
            var mentions = Mentions.Count(article, target.Name, aliases);
            var type = tags.Find(t => ReportsOn(t.Target, target))?.Target.Type ?? TargetType.Topic;
            tags.Add(new StanceTag(
                new StanceTarget(target.Name, type, mentions, aliases), StanceTag.Author, Stance.Unclear, 0, []));
        }
    }

    private static bool ReportsOn(StanceTarget reported, WatchedTarget watched)
        => Same(reported.Name, watched.Name)
            || watched.Aliases.Any(a => Same(a, reported.Name))
            || reported.Aliases.Any(a => Same(a, watched.Name));

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}

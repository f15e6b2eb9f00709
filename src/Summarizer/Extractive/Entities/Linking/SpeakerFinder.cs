namespace Summarizer.Extractive.Entities.Linking;

/// <summary>Who speaks in a sentence: the target beside its verb of speech.</summary>
internal static class SpeakerFinder
{
    /// <summary>Words before the verb, and behind it, among which the speaker stands.</summary>
    private const int Before = 12, Behind = 5;

    /// <summary>Number of the target that speaks; null when the sentence tells none.</summary>
    public static int? Find(LinkText text, IReadOnlyList<Candidate> candidates, int sentence)
    {
        var (first, end) = text.Read.TokensOf(sentence);
        for (var verb = first; verb < end; verb++)
        {
            if (!text[verb].Speaks || text.IsQuoted(verb))
                continue;
            int? other = null;
            for (var i = verb - 1; i >= Math.Max(first, verb - Before) && !text.IsQuoted(i); i--)
            {
                if (text.TargetAt(i) is not { } target)
                    continue;
                if (candidates[target].Type == TargetType.Person)
                    return target;
                other ??= candidates[target].Type == TargetType.Organization ? target : null;
            }

            for (var i = verb + 1; other is null && i < Math.Min(end, verb + 1 + Behind) && !text.IsQuoted(i); i++)
                other = text.TargetAt(i) is { } target && candidates[target].Type != TargetType.Place ? target : null;
            return other;
        }

        return null;
    }
}

namespace Summarizer.Reading.BoilerplateRemoval;

/// <summary>Takes the boilerplate out of a draft and counts it by reason.</summary>
internal static class BoilerplateFilter
{
    // An article whose body speaks of newsletters twice is about newsletters.
    private const int TopicMentions = 2;

    private const int LongestLink = 200;

    // How far around a paragraph its topic is looked for.
    private const int Reach = 30;

    public static void Apply(ArticleBuilder draft, CancellationToken cancellationToken)
    {
        var passages = draft.Passages;
        var reasons = new BoilerplateReason?[passages.Count];
        for (var i = 0; i < reasons.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reasons[i] = BoilerplateRules.Anywhere(passages[i]);
        }

        for (var i = 0; i < reasons.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reasons[i] ??= BoilerplateRules.ByCrowd(passages[i]) is { } reason && !IsTopic(passages, reasons, i, reason) ? reason : null;
        }

        Links(passages, reasons);
        Spread(passages, reasons);
        CloseTail(passages, reasons, cancellationToken);
        PullQuotes.Mark(passages, reasons, cancellationToken);
        Spare(passages, reasons);

        var kept = new List<Passage>(passages.Count);
        for (var i = 0; i < reasons.Length; i++)
        {
            if (reasons[i] is { } reason)
                draft.Removed.Add(reason, passages[i].Text.Length);
            else
                kept.Add(passages[i]);
        }

        draft.Passages = TrimHeadings(kept);
    }

    /// <summary>
    /// A paragraph that is one link, and a list of them, leads elsewhere; links that belong to the text stand in
    /// sentences.
    /// </summary>
    private static void Links(List<Passage> passages, BoilerplateReason?[] reasons)
    {
        for (var i = 0; i < reasons.Length; i++)
        {
            if (reasons[i] is not null || !IsLink(passages[i]))
                continue;
            var listed = passages[i].Kind == PassageKind.ListItem;
            var among = (i > 0 && IsLink(passages[i - 1])) || (i + 1 < reasons.Length && IsLink(passages[i + 1]));
            if (passages[i].Kind == PassageKind.Paragraph || (listed && among))
                reasons[i] = BoilerplateReason.Related;
        }
    }

    private static bool IsLink(Passage passage) => passage.LinkShare >= 0.9 && passage.Text.Length <= LongestLink;

    /// <summary>A heading such as "Related articles" takes the short lines and links below it along.</summary>
    private static void Spread(List<Passage> passages, BoilerplateReason?[] reasons)
    {
        for (var i = 0; i + 1 < reasons.Length; i++)
        {
            if (reasons[i] is not (BoilerplateReason.Related or BoilerplateReason.Newsletter or BoilerplateReason.Share)
                || reasons[i + 1] is not null)
                continue;
            var next = passages[i + 1];
            var listed = next.Kind == PassageKind.ListItem && passages[i].Kind == PassageKind.Heading && !next.IsProse;
            if (next.LinkShare > 0.6 || listed
                || (reasons[i] == BoilerplateReason.Newsletter && !next.IsProse && next.Kind == PassageKind.Paragraph
                    && next.Text.Length < 60))
                reasons[i + 1] = reasons[i];
        }
    }

    /// <summary>
    /// After the body's last paragraph everything is held to the stricter measure; and what is too short to be prose
    /// goes with the notice that it follows.
    /// </summary>
    private static void CloseTail(List<Passage> passages, BoilerplateReason?[] reasons, CancellationToken cancellationToken)
    {
        var end = reasons.Length;
        var found = new BoilerplateReason?[reasons.Length];
        while (end > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var passage = passages[end - 1];
            found[end - 1] = reasons[end - 1] ?? Tail(passages, reasons, end - 1);
            if (found[end - 1] is null && (passage.IsProse || passage.Text.Length > 80))
                break;
            end--;
        }

        if (end == 0)
            return;
        BoilerplateReason? last = null;
        for (var i = end; i < reasons.Length; i++)
        {
            reasons[i] = found[i] ?? (last is not null && !passages[i].IsProse ? last : null);
            last = reasons[i] ?? last;
        }
    }

    private static BoilerplateReason? Tail(List<Passage> passages, BoilerplateReason?[] reasons, int at)
    {
        if (BoilerplateRules.Outside(passages[at]) is not { } reason)
            return null;
        return !IsTopic(passages, reasons, at, reason) || BoilerplateRules.Signs(passages[at].Text, reason) > 2 ? reason : null;
    }

    /// <summary>Whether other paragraphs near this one speak of the same matter.</summary>
    private static bool IsTopic(List<Passage> passages, BoilerplateReason?[] reasons, int at, BoilerplateReason reason)
    {
        var mentions = 0;
        for (var i = Math.Max(0, at - Reach); i < Math.Min(passages.Count, at + Reach) && mentions < TopicMentions; i++)
            mentions += i != at && reasons[i] is null && passages[i].IsProse && BoilerplateRules.Signs(passages[i].Text, reason) > 0
                ? 1 : 0;
        return mentions >= TopicMentions;
    }

    /// <summary>When nothing would be left, the measure was wrong for this text: a notice can be all there is to an upload.</summary>
    private static void Spare(List<Passage> passages, BoilerplateReason?[] reasons)
    {
        if (Array.Exists(reasons, r => r is null))
            return;
        for (var i = 0; i < reasons.Length; i++)
            reasons[i] = passages[i].Text.Length >= 25 ? null : reasons[i];
    }

    /// <summary>A heading with nothing below it headed something that was left out.</summary>
    private static List<Passage> TrimHeadings(List<Passage> kept)
    {
        while (kept.Count > 1 && kept[^1].Kind == PassageKind.Heading)
            kept.RemoveAt(kept.Count - 1);
        return kept;
    }
}

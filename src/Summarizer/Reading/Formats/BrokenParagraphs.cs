using Summarizer.Text;

namespace Summarizer.Reading.Formats;

/// <summary>
/// A page break or a picture in the original leaves a paragraph broken in two, mid-sentence. Rejoined when the first
/// half breaks off and the second goes on in lower case.
/// </summary>
internal static class BrokenParagraphs
{
    private const int ShortestHalf = 40;

    public static void Rejoin(List<Passage> passages, CancellationToken cancellationToken)
    {
        var kept = 0;
        for (var i = 0; i < passages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (kept > 0 && BelongTogether(passages[kept - 1], passages[i]))
                passages[kept - 1] = passages[kept - 1] with { Text = passages[kept - 1].Text + " " + passages[i].Text };
            else
                passages[kept++] = passages[i];
        }

        passages.RemoveRange(kept, passages.Count - kept);
    }

    private static bool BelongTogether(Passage first, Passage second)
        => first.Kind == PassageKind.Paragraph && second.Kind == PassageKind.Paragraph
            && first.Text.Length >= ShortestHalf && first.Text.Length < 20_000 && LineShape.BreaksOff(first.Text)
            && char.IsLower(second.Text[0]) && !second.Text.StartsWith("http", StringComparison.Ordinal)
            && second.Text.Length >= 20 && first.LinkShare < 0.5 && second.LinkShare < 0.5;
}

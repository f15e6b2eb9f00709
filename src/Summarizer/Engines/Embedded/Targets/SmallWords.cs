using Summarizer.Language;

namespace Summarizer.Engines.Embedded.Targets;

/// <summary>Words the article also writes small: as a sentence's first word they name nobody.</summary>
internal static class SmallWords
{
    public static HashSet<string> Of(ReadText read, CancellationToken cancellationToken)
    {
        var small = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var bySpan = small.BySpan();
        var pace = new Pace(cancellationToken);
        foreach (var token in read.Tokens)
        {
            pace.Step();
            if (token.Shape == TokenShape.Lower)
                bySpan.Add(token.Span.SliceOf(read.Text));
        }

        return small;
    }
}

using System.Globalization;
using Summarizer.Host.Terminal;
using Summarizer.Pipeline.Reruns;

namespace Summarizer.Host.Commands;

/// <summary>Shows how far a rerun is: in place on a terminal, now and then in a log.</summary>
internal sealed class RerunDisplay(int articles, TimeProvider time)
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(10);

    private readonly bool inPlace = !Console.IsOutputRedirected;
    private long shownAt = time.GetTimestamp();
    private int width;

    public void Show(RerunTotals totals)
    {
        if (time.GetElapsedTime(shownAt) < (inPlace ? OnTerminal : InLog))
            return;
        shownAt = time.GetTimestamp();
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{totals.Completed:N0} of {articles:N0}, {totals.Failed:N0} failed, {totals.Tokens:N0} "
                + $"tokens{(totals.DeferralReason is null ? "" : $"; waits: {totals.DeferralReason}")}");
        // Written over in place: what was longer before must go.
        line = ResultsTable.Printable(line.ReplaceLineEndings(" "));
        Console.Write(inPlace ? $"\r{line.PadRight(width)}" : line + Environment.NewLine);
        width = line.Length;
    }

    public void End()
    {
        if (inPlace && width > 0)
            Console.WriteLine();
    }
}

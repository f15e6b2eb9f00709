using Summarizer.LanguageModel.Limits;
using Summarizer.LanguageModel.Prompting;
using Summarizer.LanguageModel.Wire;

namespace Summarizer.LanguageModel.Parts;

/// <summary>Reads an article with as many calls as its length takes: one, or one for each part and one over their reports.</summary>
internal sealed class ArticleReport(ReportReader reader, string system, Article article, IReadOnlyList<Rejection> corrections)
{
    /// <summary>Parts of one article that are read at once.</summary>
    private const int PartsAtOnce = 4;

    private readonly Lock gate = new();

    /// <summary>What all calls used, also those that came to nothing.</summary>
    public TokenUse Use { get; private set; }

    /// <summary>Share of the text that the report is about.</summary>
    public double Coverage { get; private set; } = 1;

    /// <summary>Tokens of the article, roughly.</summary>
    public int Tokens { get; } = TokenEstimate.Estimate(article.Text);

    /// <param name="room">Tokens that one call may have of the article.</param>
    public async Task<ReportReading> ReadAsync(int room, CancellationToken cancellationToken)
    {
        var parts = ArticleParts.Split(article.Text, room);
        if (parts.Count < 2)
            return await AskAsync(Prompt.WholeArticle(article), corrected: true, cancellationToken).ConfigureAwait(false);

        var readings = new ReportReading[parts.Count];
        await Parallel.ForAsync(
            0,
            parts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken },
            async (i, token) => readings[i] = await AskAsync(
                Prompt.Part(article, parts[i].In(article.Text), i + 1, parts.Count), corrected: false, token).ConfigureAwait(false))
            .ConfigureAwait(false);

        var read = readings.OfType<ReportReading.Read>().Select(r => ReplyReader.Write(r.Reply)).ToList();
        if (readings.FirstOrDefault(r => r is ReportReading.Unavailable or ReportReading.TooMuch) is { } unfinished)
            return unfinished;
        if (read.Count == 0)
            return readings[0];
        Coverage = (double)parts.Where((_, i) => readings[i] is ReportReading.Read).Sum(p => p.Length) / article.Text.Length;
        return await MergeAsync(read, room, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As many reports at a time as fit into a call, until one is left.</summary>
    private async Task<ReportReading> MergeAsync(List<string> reports, int room, CancellationToken cancellationToken)
    {
        while (true)
        {
            var merged = new List<string>();
            for (var from = 0; from < reports.Count;)
            {
                var until = Math.Min(from + 2, reports.Count);
                var tokens = reports.Skip(from).Take(2).Sum(r => TokenEstimate.Estimate(r));
                while (until < reports.Count && (tokens += TokenEstimate.Estimate(reports[until])) <= room)
                    until++;
                var last = from == 0 && until == reports.Count;
                var drafts = string.Join('\n', reports[from..until]);
                if (until - from == 1)
                {
                    merged.Add(drafts);
                }
                else
                {
                    var reading = await AskAsync(Prompt.Drafts(article, drafts), corrected: last, cancellationToken).ConfigureAwait(false);
                    if (last || reading is not ReportReading.Read(var reply))
                        return reading;
                    merged.Add(ReplyReader.Write(reply));
                }

                from = until;
            }

            if (merged.Count == 1 && reports.Count == 1)
                return new ReportReading.Read(ReplyReader.Read(merged[0])!);
            reports = merged;
        }
    }

    private async Task<ReportReading> AskAsync(string prompt, bool corrected, CancellationToken cancellationToken)
    {
        if (corrected && corrections.Count > 0)
            prompt = $"{prompt}\n\n{Prompt.Correction(corrections)}";
        ChatText[] messages = [new("system", system), new("user", prompt)];
        var reading = await reader.ReadAsync(messages, cancellationToken).ConfigureAwait(false);
        lock (gate)
            Use += reading.Use;
        return reading;
    }
}

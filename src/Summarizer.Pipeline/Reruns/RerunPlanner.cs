using Microsoft.Extensions.Options;
using Summarizer.LanguageModel;
using Summarizer.LanguageModel.Limits;
using Summarizer.Pipeline.Caching;
using Summarizer.Storage;

namespace Summarizer.Pipeline.Reruns;

/// <summary>Finds what a rerun has to do, and estimates what it will cost.</summary>
internal sealed class RerunPlanner(
    ArticleStore articles,
    ResultStore results,
    ResultCache cache,
    ArticleSummarizer summarizer,
    RerunCheckpoint checkpoint,
    IOptions<OpenAIOptions> prices)
{
    /// <summary>Results looked at at once.</summary>
    private const int Looks = 16;

    /// <summary>What the instructions, the title and the schema add to an article, and what a report takes.</summary>
    private const int InstructionTokens = 1_300, ReportTokens = 500;

    /// <summary>Tokens a byte of an upload that was never read; on the high side.</summary>
    private const double TokensPerByte = 0.27;

    /// <summary>Of the engine at work and what it is asked for, apart from the article.</summary>
    public string EngineKey => cache.KeyOf(summarizer.Engine, null, "");

    /// <param name="selection">What is requested.</param>
    /// <param name="progress">Told of the articles looked at, from several threads.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<RerunPlan> PlanAsync(RerunSelection selection, Action<int> progress, CancellationToken cancellationToken)
    {
        var after = await checkpoint.ReadAsync(selection, EngineKey, cancellationToken).ConfigureAwait(false);
        var chosen = await ChooseAsync(selection, after, cancellationToken).ConfigureAwait(false);
        var estimates = new Estimate[chosen.Count];
        if (summarizer.Engine.Model is not null)
        {
            var looked = 0;
            await Parallel.ForAsync(
                0,
                chosen.Count,
                new ParallelOptions { MaxDegreeOfParallelism = Looks, CancellationToken = cancellationToken },
                async (i, token) =>
                {
                    estimates[i] = await EstimateAsync(chosen[i].Name, chosen[i].Bytes, selection.Again, token).ConfigureAwait(false);
                    progress(Interlocked.Increment(ref looked));
                }).ConfigureAwait(false);
        }

        var (input, output) = (estimates.Sum(e => e.Input), estimates.Sum(e => e.Output));
        var (inputPrice, outputPrice) = (prices.Value.InputPricePerMillion, prices.Value.OutputPricePerMillion);
        var left = chosen.Where((_, i) => !estimates[i].Paid).ToList();
        return new RerunPlan(
            selection, [.. left.Select(c => c.Name)], left.Sum(c => c.Bytes), chosen.Count - left.Count, after,
            summarizer.Engine, input, output,
            inputPrice is null && outputPrice is null ? null : ((input * (inputPrice ?? 0)) + (output * (outputPrice ?? 0))) / 1_000_000);
    }

    private async Task<List<(string Name, long Bytes)>> ChooseAsync(
        RerunSelection selection, string? after, CancellationToken cancellationToken)
    {
        var failed = selection.FailedOnly
            ? await results.ListFailedAsync(cancellationToken)
                .ToDictionaryAsync(f => f.Blob, f => f.ArticleETag, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false)
            : null;
        var stored = await articles.ListSizesAsync(selection.Prefix, cancellationToken)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        // Where the checkpoint's own article is gone, its place is found by its name.
        var last = after is null ? -1 : stored.FindIndex(s => s.Article.Name == after);
        if (after is not null && last < 0)
            last = stored.FindLastIndex(s => string.CompareOrdinal(s.Article.Name, after) <= 0);
        return
        [
            .. stored.Skip(last + 1)
                // A failure of an older version says nothing of the one that stands there now, which the server has yet to read.
                .Where(s => failed is null
                    || (failed.TryGetValue(ArticleName.ResultOf(s.Article.Name), out var of) && of == s.Article.ETag))
                .Select(s => (s.Article.Name, s.Bytes)),
        ];
    }

    private async Task<Estimate> EstimateAsync(string name, long bytes, bool again, CancellationToken cancellationToken)
    {
        var known = (await results.ReadAsync(name, cancellationToken).ConfigureAwait(false))?.Parse();
        if (known?.Article is not { } article)
            return new Estimate((long)(bytes * TokensPerByte) + InstructionTokens, ReportTokens, false);
        if (!again && known.Status == ArticleStatus.Succeeded
            && await cache.IsPaidAsync(article, summarizer.Engine, cancellationToken).ConfigureAwait(false))
            return new Estimate(0, 0, true);
        var spent = known.Engine.Name == summarizer.Engine.Name ? known.Engine : null;
        return new Estimate(
            spent?.InputTokens > 0 ? spent.InputTokens : TokenEstimate.Estimate(article.Text) + InstructionTokens,
            spent?.OutputTokens > 0 ? spent.OutputTokens : ReportTokens,
            false);
    }

    private readonly record struct Estimate(long Input, long Output, bool Paid);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using Summarizer.Storage;

namespace Summarizer.Pipeline.Caching;

/// <summary>Which texts were paid for, so that none is paid for twice: under the same name, or under another.</summary>
public sealed class ResultCache(
    StorageAccount account, ResultStore results, IOptions<SummaryOptions> summary, IOptions<StanceOptions> stances, TimeProvider time)
{
    /// <summary>What two articles share when one's result may serve the other: text, title, engine and settings.</summary>
    internal string KeyOf(EngineReport engine, string? title, string text)
    {
        var parts = string.Join(
            '\n',
            [
                engine.Name, engine.Version, engine.Model ?? "", engine.PromptSha256 ?? "",
                summary.Value.Sentences.ToString(CultureInfo.InvariantCulture), .. stances.Value.Watch,
                title ?? "", "", text,
            ]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }

    /// <summary>Leases a text before an engine is paid for it, or finds the result that was paid for before.</summary>
    /// <param name="read">The article.</param>
    /// <param name="engine">The engine at work now; one without a model costs nothing, and its drafts are not looked up.</param>
    /// <param name="reuse">What may serve.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    internal async Task<CacheEntry> OpenAsync(ReadArticle read, EngineReport engine, Reuse reuse, CancellationToken cancellationToken)
    {
        if (engine.Model is null)
            return CacheEntry.None;
        var blob = NoteOf(engine, read.Article!);
        return reuse == Reuse.OwnResult
            ? await OpenOwnAsync(blob, read, engine, cancellationToken).ConfigureAwait(false)
            : await OpenAnewAsync(blob, read, engine, reuse, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a result was paid for with the settings of now, for this article or another of the same text.</summary>
    internal async Task<bool> IsPaidAsync(Article article, EngineReport engine, CancellationToken cancellationToken)
    {
        var note = await ReadAsync(NoteOf(engine, article), cancellationToken).ConfigureAwait(false);
        return note?.Payer is { } payer
            && await FindAsync(payer, article, engine, cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>Removes the note of an article's result, while the result still stands.</summary>
    internal async Task ForgetAsync(string name, CancellationToken cancellationToken)
    {
        var result = (await results.ReadAsync(name, cancellationToken).ConfigureAwait(false))?.Parse();
        if (result is not { Article: { } article, Engine.PromptSha256: not null })
            return;
        var note = NoteOf(result.Engine, article);
        if ((await ReadAsync(note, cancellationToken).ConfigureAwait(false))?.Payer == name)
            await note.DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The lease and the article's own result are asked for at once: the normal path waits for one call.</summary>
    private async Task<CacheEntry> OpenOwnAsync(
        BlobClient blob, ReadArticle read, EngineReport engine, CancellationToken cancellationToken)
    {
        var finding = FindAsync(read.Name, read.Article!, engine, cancellationToken);
        var lease = await BlobLease.TryAcquireAsync(blob, null, time, cancellationToken).ConfigureAwait(false);
        try
        {
            if (await finding.ConfigureAwait(false) is { } own)
                return CacheEntry.Hit(Renewed(read, own), lease);
        }
        catch when (lease is not null)
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        if (lease is not null || await ReadAsync(blob, cancellationToken).ConfigureAwait(false) is not { } note)
            return CacheEntry.Miss(lease);
        if (await FindAsync(note, read, engine, cancellationToken).ConfigureAwait(false) is { } paid)
            return CacheEntry.Hit(paid, null);
        return note.IsVoid
            ? CacheEntry.Miss(await BlobLease.TryAcquireAsync(blob, note.ETag, time, cancellationToken).ConfigureAwait(false))
            : CacheEntry.Taken;
    }

    private async Task<CacheEntry> OpenAnewAsync(
        BlobClient blob, ReadArticle read, EngineReport engine, Reuse reuse, CancellationToken cancellationToken)
    {
        var note = await ReadAsync(blob, cancellationToken).ConfigureAwait(false);
        if (reuse == Reuse.SameSettings && note is not null
            && await FindAsync(note, read, engine, cancellationToken).ConfigureAwait(false) is { } paid)
            return CacheEntry.Hit(paid, null);
        return note is null or { IsVoid: true }
            ? CacheEntry.Miss(await BlobLease.TryAcquireAsync(blob, note?.ETag, time, cancellationToken).ConfigureAwait(false))
            : CacheEntry.Taken;
    }

    private async Task<ArticleResult?> FindAsync(
        PaidNote note, ReadArticle read, EngineReport engine, CancellationToken cancellationToken)
        => note.Payer is { } payer
           && await FindAsync(payer, read.Article!, engine, cancellationToken).ConfigureAwait(false) is { } found
            ? payer == read.Name ? Renewed(read, found) : Copy(read, found)
            : null;

    /// <summary>The result of an article, when it is this engine's and of this very text.</summary>
    private async Task<ArticleResult?> FindAsync(
        string name, Article article, EngineReport engine, CancellationToken cancellationToken)
    {
        var stored = await results.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        return stored?.Parse() is { Status: ArticleStatus.Succeeded, Article: not null, Engine.Fallback: false } result
               && IsOf(result.Engine, engine)
               && result.Article.Text == article.Text && result.Article.Title == article.Title
            ? result
            : null;
    }

    private static bool IsOf(EngineReport made, EngineReport now)
        => (made.Name, made.Version, made.Model, made.PromptSha256) == (now.Name, now.Version, now.Model, now.PromptSha256);

    /// <summary>An article's own result, for a version of it that says the same.</summary>
    private static ArticleResult Renewed(ReadArticle read, ArticleResult own) => own with { Source = read.Source, Article = read.Article };

    /// <summary>What another article's result says of this one.</summary>
    private static ArticleResult Copy(ReadArticle read, ArticleResult other)
    {
        var engine = other.Engine with
        {
            InputTokens = 0,
            OutputTokens = 0,
            Cost = other.Engine.Cost is null ? null : 0,
            ReusedFrom = other.Name,
        };
        return read.Succeeded(new GroundedDraft(other.Summary, other.Stances, other.Rejected, other.Coverage, engine), TimeSpan.Zero);
    }

    /// <summary>Null when there is none, or no longer.</summary>
    private static async Task<PaidNote?> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        if (await new ConditionalBlob(blob).ReadAsync(cancellationToken).ConfigureAwait(false) is not { } stored)
            return null;
        var payer = stored.Content.ToString();
        return new PaidNote(payer.Length > 0 ? payer : null, stored.ETag, payer.Length > 0 || stored.Age > BlobLease.Length);
    }

    private BlobClient NoteOf(EngineReport engine, Article article)
        => account.Work.GetBlobClient($"paid/{KeyOf(engine, article.Title, article.Text)}");

    /// <param name="Payer">The article whose result was paid for; null while its draft is made.</param>
    /// <param name="IsVoid">Whether it may be replaced: paid for long ago, or leased by a worker that died.</param>
    private sealed record PaidNote(string? Payer, ETag ETag, bool IsVoid);
}

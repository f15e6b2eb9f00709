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
    /// <summary>What two articles share when one's result may serve the other: text, title, engine and what was asked for.</summary>
    internal string KeyOf(ArticleResult result)
    {
        var asked = string.Join(
            '\n',
            [
                result.Engine.Name, result.Engine.Version, result.Engine.Model ?? "", result.Engine.PromptSha256 ?? "",
                summary.Value.Sentences.ToString(System.Globalization.CultureInfo.InvariantCulture), .. stances.Value.Watch,
                result.Article!.Title ?? "", "", result.Article.Text,
            ]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)));
    }

    /// <summary>Claims a text before an engine is paid for it, or finds the result that was paid for before.</summary>
    /// <param name="read">The article, read and not drafted.</param>
    /// <param name="engine">The engine at work now.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Neither when another worker is at it.</returns>
    internal async Task<(BlobLease? Lease, ArticleResult? Known)> BeginAsync(
        ArticleResult read, EngineReport engine, CancellationToken cancellationToken)
    {
        var blob = NoteOf(KeyOf(read));
        var looking = ServesAsync(read.Name, read, engine, cancellationToken);
        var claim = await BlobLease.TryAcquireAsync(blob, null, time, cancellationToken).ConfigureAwait(false);
        try
        {
            if (await looking.ConfigureAwait(false) is { } own)
                return (claim, own with { Source = read.Source, Article = read.Article });
        }
        catch when (claim is not null)
        {
            await claim.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        if (claim is not null || await ReadAsync(blob, cancellationToken).ConfigureAwait(false) is not { } note)
            return (claim, null);
        if (await FindAskedAsync(note, read, engine, cancellationToken).ConfigureAwait(false) is { } other)
            return (null, other);
        return note.IsVoid
            ? (await BlobLease.TryAcquireAsync(blob, note.ETag, time, cancellationToken).ConfigureAwait(false), null)
            : (null, null);
    }

    /// <summary>What was paid for before with the very settings of now, for this article or another; null when nothing was.</summary>
    internal async Task<ArticleResult?> FindAskedAsync(ArticleResult read, EngineReport engine, CancellationToken cancellationToken)
        => await FindAskedAsync(await ReadAsync(NoteOf(KeyOf(read)), cancellationToken).ConfigureAwait(false), read, engine, cancellationToken)
            .ConfigureAwait(false);

    /// <summary>As <see cref="BeginAsync"/>, where the article's own result is to be made anew.</summary>
    /// <param name="read">The article, read and not drafted.</param>
    /// <param name="engine">The engine at work now.</param>
    /// <param name="again">Pays even for what was paid for with the very settings of now.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    internal async Task<(BlobLease? Lease, ArticleResult? Known)> BeginAnewAsync(
        ArticleResult read, EngineReport engine, bool again, CancellationToken cancellationToken)
    {
        var blob = NoteOf(KeyOf(read));
        var note = await ReadAsync(blob, cancellationToken).ConfigureAwait(false);
        if (!again && await FindAskedAsync(note, read, engine, cancellationToken).ConfigureAwait(false) is { } known)
            return (null, known);
        return note is null or { IsVoid: true }
            ? (await BlobLease.TryAcquireAsync(blob, note?.ETag, time, cancellationToken).ConfigureAwait(false), null)
            : (null, null);
    }

    /// <summary>Notes that a result was paid for.</summary>
    internal static Task RememberAsync(BlobLease? claim, ArticleResult result, CancellationToken cancellationToken)
        => claim is not null && result is { Status: ArticleStatus.Succeeded, Engine: { Fallback: false, ReusedFrom: null } }
            ? claim.PayAsync(result.Name, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Removes the note of an article's result, while the result still stands.</summary>
    internal async Task ForgetAsync(string name, CancellationToken cancellationToken)
    {
        var result = (await results.ReadAsync(name, cancellationToken).ConfigureAwait(false))?.Parse();
        if (result is not { Article: not null, Engine.PromptSha256: not null })
            return;
        var note = NoteOf(KeyOf(result));
        if ((await ReadAsync(note, cancellationToken).ConfigureAwait(false))?.Payer == name)
            await note.DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private async Task<ArticleResult?> FindAskedAsync(
        PaidNote? note, ArticleResult read, EngineReport engine, CancellationToken cancellationToken)
    {
        if (note?.Payer is not { } payer
            || await ServesAsync(payer, read, engine, cancellationToken).ConfigureAwait(false) is not { } other)
            return null;
        return payer == read.Name ? other with { Source = read.Source, Article = read.Article } : MadeOut(read, other);
    }

    private async Task<ArticleResult?> ServesAsync(
        string name, ArticleResult read, EngineReport engine, CancellationToken cancellationToken)
    {
        var stored = await results.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        return stored?.Parse() is { Status: ArticleStatus.Succeeded, Article: not null, Engine.Fallback: false } result
               && IsOf(result.Engine, engine)
               && result.Article.Text == read.Article!.Text && result.Article.Title == read.Article.Title
            ? result
            : null;
    }

    private static bool IsOf(EngineReport made, EngineReport now)
        => (made.Name, made.Version, made.Model, made.PromptSha256) == (now.Name, now.Version, now.Model, now.PromptSha256);

    /// <summary>What another article's result says of this one.</summary>
    private static ArticleResult MadeOut(ArticleResult read, ArticleResult other) => read with
    {
        Summary = other.Summary,
        Stances = other.Stances,
        Rejected = other.Rejected,
        Coverage = other.Coverage,
        Engine = other.Engine with
        {
            InputTokens = 0,
            OutputTokens = 0,
            Cost = other.Engine.Cost is null ? null : 0,
            ReusedFrom = other.Name,
        },
    };

    /// <summary>Null when there is none, or no longer.</summary>
    private static async Task<PaidNote?> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        if (await new ConditionalBlob(blob).ReadAsync(cancellationToken).ConfigureAwait(false) is not { } stored)
            return null;
        var payer = stored.Content.ToString();
        return new PaidNote(payer.Length > 0 ? payer : null, stored.ETag, payer.Length > 0 || stored.Age > BlobLease.Length);
    }

    private BlobClient NoteOf(string key) => account.Work.GetBlobClient($"paid/{key}");

    /// <param name="Payer">The article whose result was paid for; null while its draft is made.</param>
    /// <param name="IsVoid">Whether it may be replaced: paid for long ago, or claimed by a worker that died.</param>
    private sealed record PaidNote(string? Payer, ETag ETag, bool IsVoid);
}

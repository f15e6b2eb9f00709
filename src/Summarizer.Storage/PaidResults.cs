using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;

namespace Summarizer.Storage;

/// <summary>Which texts were paid for, so that none is paid for twice: under the same name, or under another.</summary>
public sealed class PaidResults(
    StorageAccount account, ResultStore results, IOptions<SummaryOptions> summary, IOptions<StanceOptions> stances)
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

    /// <summary>The result that was paid for before, made out for <paramref name="read"/>; null when there is none.</summary>
    /// <param name="read">The article, read and not drafted.</param>
    /// <param name="engine">The engine at work now.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    internal async Task<ArticleResult?> FindAsync(ArticleResult read, EngineReport engine, CancellationToken cancellationToken)
        => await ServesAsync(read.Name, read, engine, cancellationToken).ConfigureAwait(false) is { } own
            ? own with { Source = read.Source, Article = read.Article }
            : await FindAskedAsync(read, engine, cancellationToken).ConfigureAwait(false);

    /// <summary>As <see cref="FindAsync"/>, but only what was asked for with the very settings of now.</summary>
    internal async Task<ArticleResult?> FindAskedAsync(ArticleResult read, EngineReport engine, CancellationToken cancellationToken)
    {
        if (await HolderOfAsync(KeyOf(read), cancellationToken).ConfigureAwait(false) is not { } name
            || await ServesAsync(name, read, engine, cancellationToken).ConfigureAwait(false) is not { } other)
            return null;
        if (name == read.Name)
            return other with { Source = read.Source, Article = read.Article };
        return read with
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
    }

    /// <summary>Notes that a result was paid for.</summary>
    internal async Task RememberAsync(ArticleResult result, CancellationToken cancellationToken)
    {
        if (result is { Status: ArticleStatus.Succeeded, Article: not null, Engine: { Fallback: false, ReusedFrom: null } })
            await account.Work.GetBlobClient(PathOf(KeyOf(result)))
                .UploadAsync(BinaryData.FromString(result.Name), overwrite: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the note of an article's result, while the result still stands.</summary>
    internal async Task ForgetAsync(string name, CancellationToken cancellationToken)
    {
        var result = (await results.ReadAsync(name, cancellationToken).ConfigureAwait(false))?.Parse();
        if (result is not { Article: not null, Engine.PromptSha256: not null })
            return;
        var key = KeyOf(result);
        if (await HolderOfAsync(key, cancellationToken).ConfigureAwait(false) == name)
            await account.Work.GetBlobClient(PathOf(key)).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
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

    private async Task<string?> HolderOfAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult note = await account.Work.GetBlobClient(PathOf(key))
                .DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return note.Content.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static string PathOf(string key) => $"paid/{key}";
}

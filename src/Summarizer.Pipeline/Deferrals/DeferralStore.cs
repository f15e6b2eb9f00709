using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Summarizer.Storage;

namespace Summarizer.Pipeline.Deferrals;

/// <summary>The container <c>article-work</c>: why an article waits. The normal path never comes here.</summary>
public sealed class DeferralStore(StorageAccount account)
{
    private const string Folder = "waiting/";
    private const string ArticleETag = "articleetag";
    private const string RetryAt = "retryat";

    /// <summary>Why an article waits; null when nothing is known, as for one that is simply next in line.</summary>
    public Task<Deferral?> ReadAsync(string name, CancellationToken cancellationToken)
        => NotFound.AsNullAsync(async () =>
        {
            var download = await Note(name).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(download.Value.Content, PipelineJson.Compact.Deferral);
        });

    /// <summary>The articles that the queue will bring back, each with the version that waits.</summary>
    /// <param name="latest">Notes due before this are left out: their message should have come, and did not.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    public async Task<IReadOnlySet<(string Key, string ArticleETag)>> WaitingAsync(
        DateTime latest, CancellationToken cancellationToken)
    {
        var waiting = new HashSet<(string, string)>();
        await foreach (var blob in account.Work
            .GetBlobsAsync(BlobTraits.Metadata, prefix: Folder, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (blob.Metadata.TryGetValue(ArticleETag, out var etag) && blob.Metadata.TryGetValue(RetryAt, out var at)
                && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var due) && due >= latest)
                waiting.Add((blob.Name, etag));
        }

        return waiting;
    }

    /// <summary>The key of an article in <see cref="WaitingAsync"/>.</summary>
    public static string KeyOf(string name) => $"{Folder}{ArticleName.KeyOf(name)}.json";

    internal async Task WriteAsync(Deferral note, CancellationToken cancellationToken)
        => await Note(note.Name)
            .UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(note, PipelineJson.Compact.Deferral)),
                new BlobUploadOptions
                {
                    Metadata = new Dictionary<string, string>
                    {
                        [ArticleETag] = note.ArticleETag,
                        [RetryAt] = note.RetryAt.ToString("O", CultureInfo.InvariantCulture),
                    },
                },
                cancellationToken)
            .ConfigureAwait(false);

    internal async Task DeleteAsync(string name, CancellationToken cancellationToken)
        => await Note(name).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);

    private BlobClient Note(string name) => account.Work.GetBlobClient(KeyOf(name));
}

/// <summary>Why an article waits.</summary>
/// <param name="ArticleETag">The version that waits.</param>
/// <param name="Reason">In words, for the reader of a pending article.</param>
/// <param name="RetryAt">UTC; when it is taken up again.</param>
/// <param name="Attempt">The try that comes next, from 1.</param>
public sealed record Deferral(string Name, string ArticleETag, string Reason, DateTime RetryAt, int Attempt);

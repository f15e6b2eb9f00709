using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Summarizer.Storage;

/// <summary>The container <c>article-work</c>: why an article waits, and who is paying for it. The normal path never comes here.</summary>
public sealed class WorkStore(StorageAccount account)
{
    private const string Folder = "waiting/";
    private const string Removed = "removed/";
    private const string ArticleETag = "articleetag";
    private const string RetryAt = "retryat";

    /// <summary>Why an article waits; null when nothing is known, as for one that is simply next in line.</summary>
    public async Task<WaitingNote?> ReadNoteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var download = await Note(name).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(download.Value.Content, StorageJson.Compact.WaitingNote);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

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
    public static string KeyOf(string name) => $"{Folder}{Hash(name)}.json";

    internal async Task WriteNoteAsync(WaitingNote note, CancellationToken cancellationToken)
        => await Note(note.Name)
            .UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(note, StorageJson.Compact.WaitingNote)),
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

    internal async Task DeleteNoteAsync(string name, CancellationToken cancellationToken)
        => await Note(name).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);

    /// <summary>Notes that an article is being removed; read by name, so that no reader needs its content.</summary>
    internal async Task WriteRemovalAsync(string name, CancellationToken cancellationToken)
        => await Removal(name).UploadAsync(BinaryData.FromBytes([]), overwrite: true, cancellationToken).ConfigureAwait(false);

    internal async Task DeleteRemovalAsync(string name, CancellationToken cancellationToken)
        => await Removal(name).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);

    /// <summary>Whether an article was removed a short while ago, by any host.</summary>
    public async Task<bool> IsRemovedAsync(string name, CancellationToken cancellationToken)
        => await Removal(name).ExistsAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The keys of the articles that were removed a short while ago, by any host.</summary>
    internal async Task<IReadOnlySet<string>> RemovedAsync(CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in account.Work.GetBlobsAsync(prefix: Removed, cancellationToken: cancellationToken).ConfigureAwait(false))
            keys.Add(blob.Name);
        return keys;
    }

    /// <summary>The key of an article in <see cref="RemovedAsync"/>.</summary>
    internal static string RemovedKeyOf(string name) => Removed + Hash(name);

    private BlobClient Removal(string name) => account.Work.GetBlobClient(RemovedKeyOf(name));

    private BlobClient Note(string name) => account.Work.GetBlobClient(KeyOf(name));

    /// <summary>Names may be as long as a blob's name can be, so that a folder before them needs a key of fixed length.</summary>
    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}

/// <summary>Why an article waits.</summary>
/// <param name="ArticleETag">The version that waits.</param>
/// <param name="Reason">In words, for the reader of a pending article.</param>
/// <param name="RetryAt">UTC; when it is taken up again.</param>
/// <param name="Attempt">The try that comes next, from 1.</param>
public sealed record WaitingNote(string Name, string ArticleETag, string Reason, DateTime RetryAt, int Attempt);

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Summarizer.Storage;

namespace Summarizer.Pipeline.Reruns;

/// <summary>How far an unfinished rerun got: a blob <c>article-work/rerun/{selection}</c>, so that the same command goes on from
/// there.</summary>
internal sealed class RerunCheckpoint(StorageAccount account)
{
    /// <summary>The last name up to which everything has ended; null when there is none of this selection and engine.</summary>
    /// <param name="selection">What was requested.</param>
    /// <param name="engine">Engine and settings; a checkpoint of others does not count.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<string?> ReadAsync(RerunSelection selection, string engine, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await NotFound.AsNullAsync<BlobDownloadResult>(
                async () => await Blob(selection).DownloadContentAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return stored is not null
                   && JsonSerializer.Deserialize(stored.Content, PipelineJson.Compact.RerunPosition) is { } position
                   && position.Engine == engine
                ? position.Completed
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(RerunSelection selection, RerunPosition position, CancellationToken cancellationToken)
        => await Blob(selection).UploadAsync(
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(position, PipelineJson.Compact.RerunPosition)),
            overwrite: true,
            cancellationToken).ConfigureAwait(false);

    public async Task DeleteAsync(RerunSelection selection, CancellationToken cancellationToken)
        => await Blob(selection).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);

    private BlobClient Blob(RerunSelection selection)
    {
        var asked = $"{selection.FailedOnly}\n{selection.Again}\n{selection.Prefix}";
        return account.Work.GetBlobClient($"rerun/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))}.json");
    }
}

/// <param name="Engine">A hash of engine, prompt and settings.</param>
/// <param name="Completed">The last article, in the storage's order, up to which all have ended.</param>
internal sealed record RerunPosition(string Engine, string Completed);

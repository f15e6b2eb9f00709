using Azure.Storage.Blobs.Models;

namespace Summarizer.Storage;

/// <summary>Which hosts are at work on this account: a blob <c>article-work/hosts/{id}</c> each, written anew while the host
/// lives.</summary>
/// <remarks>Every time in it is the storage's own, taken from <c>Last-Modified</c>: the hosts' clocks need not agree.</remarks>
public sealed class HostRegistry(StorageAccount account)
{
    private const string Folder = "hosts/";

    /// <summary>Blobs of hosts that were killed are kept no longer than this.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Signs for <paramref name="host"/>, then reads who else has signed, and how long ago.</summary>
    /// <remarks>In this order: of two hosts that come at the same moment, at least one sees the other.</remarks>
    public async Task<IReadOnlyList<HostSignature>> SignAsync(string host, CancellationToken cancellationToken)
    {
        BlobContentInfo own = await account.Work.GetBlobClient(Folder + host)
            .UploadAsync(BinaryData.FromString(Environment.MachineName), overwrite: true, cancellationToken).ConfigureAwait(false);
        var others = new List<HostSignature>();
        await foreach (var blob in account.Work.GetBlobsAsync(prefix: Folder, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var signed = blob.Properties.LastModified ?? own.LastModified;
            if (own.LastModified - signed > Kept)
                await RemoveAsync(blob.Name[Folder.Length..], cancellationToken).ConfigureAwait(false);
            else if (blob.Name != Folder + host)
                others.Add(new HostSignature(blob.Name[Folder.Length..], signed, own.LastModified - signed));
        }

        return others;
    }

    /// <summary>Takes a host off the roll.</summary>
    public async Task RemoveAsync(string host, CancellationToken cancellationToken)
        => await account.Work.GetBlobClient(Folder + host).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
}

/// <param name="Written">By the storage's clock, to the second.</param>
/// <param name="Age">How long ago that was.</param>
public readonly record struct HostSignature(string Host, DateTimeOffset Written, TimeSpan Age);

/// <summary>This process, among those on one storage account; registered where articles are shared out among processes.</summary>
/// <param name="Id">Letters and digits, never used twice.</param>
public sealed record HostIdentity(string Id)
{
    public static HostIdentity New() => new(Guid.NewGuid().ToString("N")[..12]);
}

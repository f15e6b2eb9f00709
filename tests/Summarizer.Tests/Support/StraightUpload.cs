using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Summarizer.Tests.Support;

/// <summary>Puts blobs where no address of the API leads, as any storage tool may.</summary>
internal static class StraightUpload
{
    /// <summary>Stores a blob under a name that clients would tidy: every character but letters and digits is percent-encoded.</summary>
    public static async Task<ETag> PutAsync(this BlobContainerClient container, string connection, string name, BinaryData content)
    {
        var settings = connection.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => s[1]);
        var blob = new BlobClient(
            new Uri($"{container.Uri}/{Uri.EscapeDataString(name).Replace(".", "%2E", StringComparison.Ordinal)}"),
            new StorageSharedKeyCredential(settings["AccountName"], settings["AccountKey"]),
            new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03));
        BlobContentInfo info = await blob.UploadAsync(content, overwrite: true, TestContext.Current.CancellationToken);
        return info.ETag;
    }

    public static async Task<List<string>> NamesAsync(this BlobContainerClient container)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            names.Add(blob.Name);
        return names;
    }
}

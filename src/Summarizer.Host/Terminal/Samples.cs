using Summarizer.Storage;

namespace Summarizer.Host.Terminal;

/// <summary>The samples: uploaded into the Host's own emulator the first time, and never again for the same data.</summary>
/// <remarks>
/// The mark lies in the storage itself: it is kept when every article is deleted, and whichever Host uses the emulator
/// next finds it.
/// </remarks>
internal sealed class Samples(StorageAccount account, ArticleStore articles)
{
    private const string Mark = "samples/uploaded";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Whether the first start on this data is over.</summary>
    public async Task<bool> AreMarkedAsync(CancellationToken cancellationToken)
        => await account.Work.GetBlobClient(Mark).ExistsAsync(cancellationToken);

    /// <summary>Another Host that starts at the same time may mark them first.</summary>
    public async Task MarkAsync(CancellationToken cancellationToken)
        => await new ConditionalBlob(account.Work.GetBlobClient(Mark)).TryWriteAsync(BinaryData.Empty, null, cancellationToken);

    /// <summary>The samples' files that are still to be uploaded; none where somebody's own articles lie already.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        var missing = Directory.GetFiles(Folder).ToDictionary(file => Path.GetFileName(file), StringComparer.Ordinal);
        await foreach (var article in articles.ListAsync(cancellationToken))
        {
            if (!missing.Remove(article.Name))
                return [];
        }

        return [.. missing.Values.Order(StringComparer.Ordinal)];
    }
}

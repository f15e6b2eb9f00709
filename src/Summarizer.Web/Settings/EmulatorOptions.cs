using System.ComponentModel.DataAnnotations;

namespace Summarizer.Web.Settings;

/// <summary>Settings under <c>Azurite</c>: the storage emulator that a Host starts when <c>ArticleStorage</c> is not set.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Port of the blobs, 1 to 65,535; default 10,000.</summary>
    [Range(1, 65_535)]
    public int BlobPort { get; set; } = 10_000;

    /// <summary>Port of the queues, 1 to 65,535; default 10,001.</summary>
    [Range(1, 65_535)]
    public int QueuePort { get; set; } = 10_001;

    /// <summary>Where its data lies; default a folder <c>.azurite</c> beside the Host.</summary>
    public string? Folder { get; set; }
}

namespace Summarizer.Catalog;

/// <summary>Settings under <c>Catalog</c>.</summary>
public sealed class CatalogOptions
{
    /// <summary>The value of <see cref="Folder"/> for a catalog without a file.</summary>
    public const string Memory = "memory";

    /// <summary>
    /// Folder of the catalog's file; default the user's local data folder. <c>memory</c> for no file: the catalog is made anew at
    /// each start.
    /// </summary>
    public string? Folder { get; set; }
}

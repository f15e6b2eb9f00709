using Summarizer.Storage;
using Summarizer.Storage.Removals;
using Summarizer.Storage.Reviews;

namespace Summarizer.Catalog;

/// <summary>The containers that the catalog is made from, as one use reaches them.</summary>
public sealed record CatalogSource(
    StorageAccount Account, ArticleStore Articles, ResultStore Results, ReviewStore Reviews, TombstoneStore Tombstones);

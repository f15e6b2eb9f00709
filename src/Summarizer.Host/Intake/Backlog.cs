using Summarizer.Storage;

namespace Summarizer.Host.Intake;

/// <summary>What the storage itself says is still to be done: articles whose present version has no result.</summary>
internal sealed class Backlog(ArticleStore articles, ResultStore results)
{
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var done = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var (blob, etag) in results.ListAsync(cancellationToken))
            done[blob] = etag;
        var pending = 0;
        await foreach (var (name, etag) in articles.ListAsync(cancellationToken))
            pending += done.GetValueOrDefault(ArticleName.ResultOf(name)) == etag ? 0 : 1;
        return pending;
    }
}

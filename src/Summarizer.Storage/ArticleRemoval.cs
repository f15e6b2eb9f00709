namespace Summarizer.Storage;

/// <summary>Takes an article down with everything derived from it.</summary>
public sealed class ArticleRemoval(
    ArticleStore articles, ResultStore results, WorkStore work, PaidResults paid, RetryQueue queue, IArticleDispatcher dispatcher)
{
    /// <summary>Removes article, result and notes; false when there was nothing under that name.</summary>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var article = await articles.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
        await dispatcher.WithdrawAsync(name, cancellationToken).ConfigureAwait(false);
        await paid.ForgetAsync(name, cancellationToken).ConfigureAwait(false);
        var result = await results.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
        await work.DeleteNoteAsync(name, cancellationToken).ConfigureAwait(false);

        // Another worker may have read the article just before and write its result just after: look once more.
        if (article)
            await queue.SendAsync(
                new RetryMessage(name, null, 1, Sweep: true), Claim.Length * 2, cancellationToken).ConfigureAwait(false);
        return article || result;
    }
}

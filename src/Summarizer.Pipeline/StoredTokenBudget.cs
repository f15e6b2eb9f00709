using System.Globalization;
using Microsoft.Extensions.Options;
using Summarizer.LanguageModel;
using Summarizer.LanguageModel.Limits;
using Summarizer.Storage;

namespace Summarizer.Pipeline;

/// <summary>The day's token budget of all workers on one storage account: a number in a blob, changed only on the condition that
/// nobody else did.</summary>
/// <remarks>A worker that dies between reserving and settling leaves its reservation spent: the cap holds, a little early.</remarks>
internal sealed class StoredTokenBudget(StorageAccount account, IOptions<OpenAIOptions> options, TimeProvider time)
    : ITokenBudget, IDisposable
{
    /// <summary>Calls of one process take turns, so that they do not make each other's conditions fail.</summary>
    private readonly SemaphoreSlim turn = new(1);

    public async ValueTask<TokenGrant> ReserveAsync(long tokens, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (options.Value.DailyTokenBudget is not { } most)
            return new TokenGrant(true, today, tokens, TimeSpan.Zero);
        var granted = await ChangeAsync(today, spent => spent + tokens <= most ? spent + tokens : null, cancellationToken)
            .ConfigureAwait(false);
        return granted ? new TokenGrant(true, today, tokens, TimeSpan.Zero) : TokenGrant.Until(now);
    }

    public async ValueTask SettleAsync(TokenGrant grant, long used, CancellationToken cancellationToken)
    {
        if (options.Value.DailyTokenBudget is not null && used != grant.Tokens)
            await ChangeAsync(grant.Day, spent => Math.Max(0, spent + used - grant.Tokens), cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Changes the day's number; false when <paramref name="change"/> declines.</summary>
    private async Task<bool> ChangeAsync(DateOnly day, Func<long, long?> change, CancellationToken cancellationToken)
    {
        var blob = new ConditionalBlob(account.Work.GetBlobClient($"budget/{day:yyyy-MM-dd}"));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var stored = await blob.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (change(stored is null ? 0 : long.Parse(stored.Content.ToString(), CultureInfo.InvariantCulture)) is not { } next)
                    return false;
                var content = BinaryData.FromString(next.ToString(CultureInfo.InvariantCulture));
                if (await blob.TryWriteAsync(content, stored?.ETag, cancellationToken).ConfigureAwait(false) is not null)
                    return true;
            }
        }
        finally
        {
            turn.Release();
        }
    }
}

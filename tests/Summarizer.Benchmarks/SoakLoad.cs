using System.Globalization;
using System.Net;

namespace Summarizer.Benchmarks;

/// <summary>What clients do all day: upload, ask until the result is there, look at the list, remove.</summary>
internal sealed class SoakLoad(HttpClient client, int? perSecond, int bytes, int names)
{
    /// <summary>Every so many articles one is uploaded again before it goes, and the list, the stances and the metrics are asked for.</summary>
    private const int LookEvery = 5;

    private static readonly TimeSpan Ask = TimeSpan.FromMilliseconds(20);

    private long articles;
    private long failures;

    public long Articles => Interlocked.Read(ref articles);

    public long Failures => Interlocked.Read(ref failures);

    public async Task RunAsync(int worker, int workers, CancellationToken cancellationToken)
    {
        var pause = perSecond is { } most ? TimeSpan.FromSeconds((double)workers / most) : TimeSpan.Zero;
        try
        {
            for (var i = 0; ; i++)
            {
                var turn = pause > TimeSpan.Zero ? Task.Delay(pause, cancellationToken) : Task.CompletedTask;
                await OneAsync(worker, i, cancellationToken);
                await turn;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time is up.
        }
    }

    private async Task OneAsync(int worker, int turn, CancellationToken cancellationToken)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"/api/articles/soak/{worker}/{turn % names}.txt"), UriKind.Relative);
        using var content = new ByteArrayContent(Material.PlainText(bytes, (worker * 1_000_000) + turn));
        using (var put = await client.PutAsync(address, content, cancellationToken))
            Count(put.StatusCode == HttpStatusCode.Accepted);
        while (true)
        {
            using var get = await client.GetAsync(address, cancellationToken);
            if (get.StatusCode != HttpStatusCode.Accepted)
            {
                Count(get.StatusCode == HttpStatusCode.OK);
                break;
            }

            await Task.Delay(Ask, cancellationToken);
        }

        Interlocked.Increment(ref articles);
        if (turn % LookEvery == 0)
        {
            foreach (var look in new[] { "/api/articles?limit=50", "/api/stances?limit=50", "/api/metrics" })
            {
                using var seen = await client.GetAsync(new Uri(look, UriKind.Relative), cancellationToken);
                Count(seen.IsSuccessStatusCode);
            }

            return;
        }

        using var removed = await client.DeleteAsync(address, cancellationToken);
        Count(removed.StatusCode == HttpStatusCode.NoContent);
    }

    private void Count(bool good)
    {
        if (!good)
            Interlocked.Increment(ref failures);
    }
}

using System.Globalization;
using System.Net;

namespace Summarizer.Benchmarks;

/// <summary>What clients do all day: upload, ask until the result is there, look at the list, remove.</summary>
internal sealed class SoakLoad(HttpClient client, int? perSecond, int bytes)
{
    /// <summary>Every so many articles one is replaced before it goes, and the list, the stances and the metrics are asked for.</summary>
    private const int LookEvery = 5;

    private static readonly Uri[] Looks =
    [
        new("/api/articles?limit=50", UriKind.Relative), new("/api/stances?limit=50", UriKind.Relative),
        new("/api/metrics", UriKind.Relative),
    ];

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

    /// <summary>No name comes twice: what a name leaves behind would add up.</summary>
    private async Task OneAsync(int worker, int turn, CancellationToken cancellationToken)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"/api/articles/soak/{worker}/{turn}.txt"), UriKind.Relative);
        await PutAsync(address, (worker * 1_000_000) + turn, cancellationToken);
        if (turn % LookEvery == 0)
        {
            await PutAsync(address, turn, cancellationToken);
            foreach (var look in Looks)
            {
                using var seen = await client.GetAsync(look, cancellationToken);
                Count(seen.IsSuccessStatusCode);
            }
        }

        using var removed = await client.DeleteAsync(address, cancellationToken);
        Count(removed.StatusCode == HttpStatusCode.NoContent);
    }

    /// <summary>Uploads, and asks until the result is there.</summary>
    private async Task PutAsync(Uri address, int seed, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(Material.PlainText(bytes, seed));
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
    }

    private void Count(bool good)
    {
        if (!good)
            Interlocked.Increment(ref failures);
    }
}

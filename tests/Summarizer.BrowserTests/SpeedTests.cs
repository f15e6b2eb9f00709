using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;

namespace Summarizer.BrowserTests;

/// <summary>
/// How soon the library is there; a measurement, run by hand with <c>-explicit only</c>, since it depends on the machine.
/// </summary>
public sealed class SpeedTests(AzuriteFixture azurite, BrowserFixture browser, ITestOutputHelper output)
{
    private const int Rounds = 7;

    /// <summary>
    /// Milliseconds from a fresh navigation to the first row, and from typing to the filtered list, both by the page's
    /// own clock.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task The_library_over_10_000_results()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        var results = host.Services.GetRequiredService<ResultStore>();
        await Parallel.ForAsync(0, 10_000, TestContext.Current.CancellationToken, async (i, token)
            => await results.TryWriteAsync(Results.Numbered(i), null, token));
        var built = Stopwatch.GetTimestamp();
        using var first = await host.GetAsync("/api/articles");
        output.WriteLine($"index built in {Stopwatch.GetElapsedTime(built).TotalMilliseconds:0} ms");

        await using var page = await browser.OpenAsync(host.Address);
        var (views, filters) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            await page.Page.GotoAsync("about:blank");
            await page.Page.AddInitScriptAsync(
                "new MutationObserver((_, o) => { if (document.querySelector('.items li')) { window.shown ??= performance.now(); "
                    + "o.disconnect(); } }).observe(document, { childList: true, subtree: true });");
            await page.Page.GotoAsync(host.Address.ToString());
            await page.Find(".items li").First.WaitForAsync();
            views.Add(await page.Page.EvaluateAsync<double>("window.shown"));
            filters.Add(await page.Page.EvaluateAsync<double>(
                """
                () => new Promise((done) => {
                  const started = performance.now();
                  new MutationObserver((_, o) => { o.disconnect(); done(performance.now() - started); })
                    .observe(document.querySelector('.items'), { childList: true });
                  const stance = document.querySelector('[name=stance]');
                  stance.value = 'against';
                  stance.dispatchEvent(new Event('input', { bubbles: true }));
                })
                """));
        }

        output.WriteLine($"first view: {string.Join(", ", views.Select(v => $"{v:0}"))} ms");
        output.WriteLine($"filter: {string.Join(", ", filters.Select(f => $"{f:0}"))} ms");
    }
}

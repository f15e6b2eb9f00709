using Microsoft.Playwright;
using Summarizer.BrowserTests;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Summarizer.BrowserTests;

/// <summary>
/// One browser for all tests; each test has a profile of its own. Where none is installed the tests skip, and in CI they
/// fail.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (ChromiumPath.Find() is not { } path)
            return;
        playwright = await Playwright.CreateAsync();
        // Storage that is slow on a busy machine is waited for twice before the page is told.
        Assertions.SetDefaultExpectTimeout(20_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh page at an address; a script error or a breach of the content policy fails the test at its end.</summary>
    internal async Task<PageDriver> OpenAsync(Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        if (browser is null)
        {
            const string Missing = "No Chromium is installed, and CHROMIUM_PATH names none.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Skip(Missing);
        }

        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            AcceptDownloads = true,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return await PageDriver.OpenAsync(context, address);
    }
}

using Microsoft.Playwright;
using Summarizer.BrowserTests;
using Summarizer.Tests.Readme;

namespace Summarizer.Benchmarks.Readme;

/// <summary>The README's two pictures, taken with an installed Chromium.</summary>
internal static class ReadmePictures
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync"];

    public static async Task TakeAsync(Uri site, string folder)
    {
        var path = ChromiumPath.Find() ?? throw new InvalidOperationException("No Chromium is installed, and CHROMIUM_PATH names none.");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });

        // An article, with the second sentence of its summary pressed, so that the words it rests on are marked.
        await TakeAsync(browser, new Uri(site, $"#/article/{ReadmeSample.Article}"), ColorScheme.Light,
            Path.Combine(folder, "page-article.png"), async page =>
        {
            await page.Locator(".claim").Nth(1).ClickAsync();
            await page.Locator(".marked").First.WaitForAsync();
        });
        await TakeAsync(browser, new Uri(site, "#/stances"), ColorScheme.Dark, Path.Combine(folder, "page-stances.png"), page =>
            page.Locator(".matrix tbody tr").First.WaitForAsync());
    }

    private static async Task TakeAsync(IBrowser browser, Uri address, ColorScheme scheme, string file, Func<IPage, Task> prepare)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            Locale = "en-GB",
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        await prepare(page);
        await page.ScreenshotAsync(
            new PageScreenshotOptions { Path = file, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        Console.WriteLine($"{Path.GetFileName(file)}: taken");
    }
}

using Microsoft.Playwright;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Summarizer.BrowserTests;

public sealed class PrintTests(AzuriteFixture azurite, BrowserFixture browser)
{
    /// <summary>CSS pixels of an A4 sheet between margins of 1 cm.</summary>
    private const int Portrait = 718;

    [Theory]
    [InlineData("#/", ".items li")]
    [InlineData("#/article/a.txt", ".claim")]
    [InlineData("#/stances", ".matrix")]
    [InlineData("#/stances?target=Khalifa%20Haftar", ".timeline")]
    public async Task Paper_has_no_controls_and_cuts_nothing(string hash, string shown)
    {
        await using var host = await Site.StartAsync(azurite, [.. Site.Some, .. Enumerable.Range(0, 300).Select(Results.Numbered)]);
        await using var page = await browser.OpenAsync(new Uri(host.Address, hash), ColorScheme.Dark, Portrait);
        await page.Find(shown).First.WaitForAsync();

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        const string Controls = "button:not(.claim):visible, input:visible, select:visible, nav:visible, progress:visible";
        await Expect(page.Find(Controls)).ToHaveCountAsync(0);
        var wide = await page.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main *')].filter((e) => e.checkVisibility() && !e.closest('.unseen'))
              .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
              .map((e) => e.outerHTML.slice(0, 100))
            """);
        Assert.Empty(wide);
        Assert.NotEmpty(await page.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
    }

    [Fact]
    public async Task Marks_are_lines_on_paper()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/article/a.txt"));
        await page.Find(".claim").Last.ClickAsync();

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(page.Find(".marked").First).ToHaveCSSAsync("text-decoration-line", "underline");
        await Expect(page.Find(".marked").First).ToHaveCSSAsync("text-decoration-style", "solid");
        await Expect(page.Find(".evidence:not(.marked)").First).ToHaveCSSAsync("text-decoration-line", "underline");
    }
}

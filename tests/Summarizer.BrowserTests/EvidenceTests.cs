using Microsoft.Playwright;
using Summarizer.Tests.Support;

namespace Summarizer.BrowserTests;

public sealed class EvidenceTests(AzuriteFixture azurite, BrowserFixture browser, ITestOutputHelper output)
{
    /// <summary>Whether the first line of the first mark is in the window, in its box, and under nothing else.</summary>
    private const string InSight =
        """
        () => {
          const line = document.querySelector('.marked').getClientRects()[0];
          const box = document.querySelector('.text').getBoundingClientRect();
          const at = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
          return line.height > 0 && line.top >= Math.max(0, box.top) && line.bottom <= Math.min(innerHeight, box.bottom)
            && at?.closest('.marked') !== null;
        }
        """;

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task Every_claim_pressed_shows_its_first_words(int width, bool keyboard)
    {
        await using var host = await Site.StartAsync(azurite, LongArticles.Three);
        await using var page = await browser.OpenAsync(host.Address, ColorScheme.Light, width);
        var (pressed, hidden) = (0, new List<string>());
        foreach (var article in LongArticles.Three)
        {
            await page.GoAsync($"#/article/{Uri.EscapeDataString(article.Name)}", $".title:has-text('{article.Name}')");
            var claims = page.Find(".claim");
            for (var i = 0; i < await claims.CountAsync(); i++)
            {
                if (keyboard)
                    await claims.Nth(i).PressAsync("Enter");
                else
                    await claims.Nth(i).ClickAsync();
                pressed++;
                if (!await page.Page.EvaluateAsync<bool>(InSight))
                    hidden.Add($"{article.Name}, claim {i}");
            }
        }

        output.WriteLine($"{pressed - hidden.Count} of {pressed} marks are in sight at {width} px.");
        Assert.Equal(36, pressed);
        Assert.True(hidden.Count == 0, string.Join('\n', hidden));
    }
}

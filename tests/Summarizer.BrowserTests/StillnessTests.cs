using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Summarizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Summarizer.BrowserTests;

public sealed class StillnessTests(AzuriteFixture azurite, BrowserFixture browser, ITestOutputHelper output)
{
    private const int Uploads = 62;

    private const string Observe =
        """
        () => {
          window.shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
          }).observe({ type: 'layout-shift' });
        }
        """;

    private static (string Name, string Text)[] Files =>
    [
        .. Enumerable.Range(0, Uploads).Select(i => (
            $"new-{i}.txt",
            $"The ferry of Marlow sank on Monday\n\nThe ferry sank in storm {i}. Mayor Anna Holt praised the crew.")),
    ];

    private const string ToTheEnd =
        "() => { scrollTo(0, document.body.scrollHeight); return document.querySelectorAll('.items li').length >= 140; }";

    /// <summary>The row on top of the window, and where it stands.</summary>
    private const string OnTop =
        """
        () => [...document.querySelectorAll('.items li')].filter((row) => row.getBoundingClientRect().bottom > 0)
          .slice(0, 1).map((row) => `${row.dataset.name} ${Math.round(row.getBoundingClientRect().top)}`)[0]
        """;

    [Theory]
    [InlineData(0, 1280)]
    [InlineData(1800, 1280)]
    [InlineData(1800, 320)]
    public async Task The_list_stands_still_while_articles_come(int scroll, int width)
    {
        await using var host = await Site.StartAsync(azurite, [.. Enumerable.Range(0, 60).Select(Tests.Catalog.Results.Numbered)]);
        await using var page = await browser.OpenAsync(host.Address, width: width);
        await Expect(page.Find(".items li")).Not.ToHaveCountAsync(0);
        await page.Page.EvaluateAsync("top => scrollTo(0, top)", scroll);
        var before = await page.Page.EvaluateAsync<string>(OnTop);
        await page.Page.EvaluateAsync(Observe);

        await page.DropAsync(Files);
        await DoneAsync(page);
        var button = page.Find(".arrivals button");
        await Expect(button).ToHaveTextAsync($"{Uploads} new articles: show");

        var shift = await page.Page.EvaluateAsync<double>("window.shift");
        output.WriteLine($"layout shift {shift:0.0000} at {scroll} px of {width}");
        Assert.True(shift < 0.1, $"The layout shifted by {shift}.");
        Assert.Equal(before, await page.Page.EvaluateAsync<string>(OnTop));

        await button.ClickAsync();
        await Expect(page.Find(".items li").First).ToHaveAttributeAsync("data-name", new Regex("^new-"));
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("scrollY"));
        await Expect(page.Find(".items li").First.Locator("a")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_first_library_grows_without_moving()
    {
        await using var host = await Site.StartAsync(azurite);
        await using var page = await browser.OpenAsync(host.Address);
        await page.Find(".empty").WaitForAsync();
        await page.Page.EvaluateAsync(Observe);

        await page.DropAsync(Files);

        await DoneAsync(page);
        await Expect(page.Find(".items li")).ToHaveCountAsync(Uploads);
        var shift = await page.Page.EvaluateAsync<double>("window.shift");
        output.WriteLine($"layout shift {shift:0.0000}");
        Assert.True(shift < 0.1, $"The layout shifted by {shift}.");
    }

    private static Task DoneAsync(PageDriver page) => Expect(page.Find("#transfers h2")).ToHaveTextAsync(
        $"{Uploads} of {Uploads} done", new LocatorAssertionsToHaveTextOptions { Timeout = 120_000 });

    [Fact]
    public async Task Going_back_finds_the_same_place()
    {
        await using var host = await Site.StartAsync(azurite, [.. Enumerable.Range(0, 140).Select(Tests.Catalog.Results.Numbered)]);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/library?status=succeeded"));
        await page.Find(".items li").First.WaitForAsync();
        await page.Page.WaitForFunctionAsync(ToTheEnd);
        var link = page.Find(".items li").Nth(90).Locator("a");
        await link.ScrollIntoViewIfNeededAsync();
        var name = await page.Find(".items li").Nth(90).GetAttributeAsync("data-name");
        var top = await page.Page.EvaluateAsync<double>("scrollY");

        await link.ClickAsync();
        await page.Find(".claim").First.WaitForAsync();
        Assert.Equal(0, await page.Page.EvaluateAsync<double>("scrollY"));
        await page.Page.GoBackAsync();

        await Expect(page.Find($".items li[data-name='{name}'] a")).ToBeFocusedAsync();
        await Expect(page.Find(".items li")).ToHaveCountAsync(140);
        Assert.Equal(top, await page.Page.EvaluateAsync<double>("scrollY"), 1.0);
        await Expect(page.Find("[name=status]")).ToHaveValueAsync("succeeded");

        await page.Page.ReloadAsync();
        await Expect(page.Find(".items li")).ToHaveCountAsync(140);
        await page.Page.WaitForFunctionAsync("top => Math.abs(scrollY - top) <= 1", top);
    }

    [Fact]
    public async Task What_others_delete_leaves_its_place()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        (await host.PutAsync("gone.txt", "Rain fell on Marlow on Monday."u8.ToArray())).Dispose();
        await host.EndOfAsync("gone.txt");
        await using var page = await browser.OpenAsync(host.Address);
        await page.Done("gone.txt").WaitForAsync();
        await page.Page.EvaluateAsync(Observe);

        (await host.Client.DeleteAsync(new Uri("/api/articles/gone.txt", UriKind.Relative), TestContext.Current.CancellationToken))
            .Dispose();

        await Expect(page.Find(".items li.removed")).ToContainTextAsync("removed");
        await Expect(page.Find(".items li")).ToHaveCountAsync(6);
        Assert.Equal(0, await page.Page.EvaluateAsync<double>("window.shift"));
    }

    [Fact]
    public async Task The_panel_counts_and_names_what_failed()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(host.Address);
        await page.Done("a.txt").WaitForAsync();

        await page.DropAsync(("good.txt", "Rain fell on Marlow on Monday."), ("empty.txt", ""));

        await Expect(page.Find("#transfers h2")).ToHaveTextAsync("1 of 2 done, 1 failed");
        await Expect(page.Find("#transfers li").First).ToContainTextAsync("empty.txt");
        await Expect(page.Find("#transfers li .error")).ToContainTextAsync("empty");
        // The same bytes once more are done without being news.
        await page.DropAsync(("good.txt", "Rain fell on Marlow on Monday."));
        await Expect(page.Find("#transfers h2")).ToHaveTextAsync("1 of 1 done");
        await page.Find("#transfers button").ClickAsync();
        await Expect(page.Find("#transfers")).ToBeHiddenAsync();
    }
}

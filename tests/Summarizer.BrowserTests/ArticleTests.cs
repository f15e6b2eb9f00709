using Microsoft.Playwright;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Summarizer.BrowserTests;

public sealed class ArticleTests(AzuriteFixture azurite, BrowserFixture browser)
{
    private static readonly ArticleResult Siege = Site.Some[0];

    [Fact]
    public async Task A_tag_marks_the_words_it_rests_on()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(host.Address);
        await page.Done("a.txt").Locator("a").ClickAsync();

        foreach (var tag in Siege.Stances)
        {
            await page.Find(".claim").Filter(new LocatorFilterOptions { HasText = tag.Target.Name }).Last.HoverAsync();
            Assert.Equal(tag.Evidence[0].Quote, string.Concat(await page.Find(".marked").AllTextContentsAsync()));
            await Expect(page.Find(".marked").First).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task The_keyboard_alone_does_it_too()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/article/a.txt"));
        await page.Find(".claim").First.WaitForAsync();

        await page.Find(".claim").Last.FocusAsync();
        Assert.Equal(Siege.Stances[^1].Evidence[0].Quote, string.Concat(await page.Find(".marked").AllTextContentsAsync()));
        await page.Find(".evidence").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        // The first sentence bears the summary and the first stance.
        await Expect(page.Find(".claim.resting")).ToHaveCountAsync(2);
        await Expect(page.Find("#news")).ToHaveTextAsync("2 claims rest on this.");
    }

    [Fact]
    public async Task Evidence_that_overlaps_or_spans_paragraphs_is_marked_to_the_letter()
    {
        const string Text = "Rain 🌧 fell on Marlow.\n\nThe river rose by noon.";
        Evidence Quote(int start, int end) => Evidence.From(Text, new TextSpan(start, end));
        var result = Siege with
        {
            Name = "o.txt",
            Article = Siege.Article! with { Text = Text },
            Summary = new ArticleSummary("Rain", "Rain.", [new SummarySentence("Rain.", [Quote(0, 12), Quote(8, 30)])]),
            Stances = [],
        };
        await using var host = await Site.StartAsync(azurite, result);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/article/o.txt"));

        await page.Find(".claim").First.HoverAsync();

        Assert.Equal(Text[..30].Replace("\n\n", "", StringComparison.Ordinal),
            string.Concat(await page.Find(".marked").AllTextContentsAsync()));
        Assert.Equal(Text, string.Join("\n\n", await page.Find(".text p").AllTextContentsAsync()));
    }

    [Fact]
    public async Task It_can_be_carried_away()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/article/d%2Fe.txt"));

        var (name, json) = await page.DownloadAsync(page.Find("button", "Download JSON"));
        Assert.Equal("e.txt.json", name);
        Assert.Contains("حصار", json, StringComparison.Ordinal);

        await page.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Find("button", "Copy as Markdown").ClickAsync();
        await Expect(page.Find("#news")).ToHaveTextAsync("Copied.");
        Assert.StartsWith("# حصار", await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_in_words()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/article/f.txt"));

        await Expect(page.Find(".failure")).ToHaveTextAsync("Failed: f.txt is empty; upload a text.");
        await page.GoAsync("#/article/none.txt", "[role=alert]");
        await Expect(page.Find("[role=alert]")).ToContainTextAsync("There is no article none.txt");
    }

    [Fact]
    public async Task No_side_told_is_the_engines_limit_and_not_the_articles_view()
    {
        var silent = Site.Some[3] with { Name = "silent.txt", Stances = [] };
        var rejection = new Rejection(ClaimKind.Stance, "for Derna", RejectionReason.QuoteNotFound);
        var dropped = silent with { Name = "dropped.txt", Rejected = [rejection] };
        await using var host = await Site.StartAsync(azurite, [.. Site.Some, silent, dropped]);
        await using var page = await browser.OpenAsync(host.Address);

        foreach (var (hash, words) in new[]
        {
            ("silent.txt", "The engine could not tell whether the article takes a side."),
            ("dropped.txt", "What it claimed (1) does not stand in the article's words"),
            ("c.txt", "Beyond these neutral mentions, the engine could not tell"),
        })
        {
            await page.GoAsync($"#/article/{hash}", ".claims");
            await Expect(page.Find(".claims")).ToContainTextAsync(words);
        }

        await page.GoAsync("#/article/a.txt", ".claims:has-text('Khalifa Haftar')");
        await Expect(page.Find(".claims")).Not.ToContainTextAsync("could not tell");
    }

    [Fact]
    public async Task An_unsure_tag_says_so()
    {
        await using var host = await Site.StartAsync(azurite, Site.Unsure("u.txt"));
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/article/u.txt"));

        await Expect(page.Find(".claim.unsure")).ToHaveTextAsync("▼ against Anna Holt held by the author, unsure, confidence 0.31");
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>.txt", "</title><script>alert(1)</script>")]
    [InlineData("\u202Etxt.exe", "\u202E\u2066gnihtyna\u2069")]
    [InlineData("javascript:alert(1)", "'\"><svg onload=alert(1)>{{7*7}}${7*7}")]
    [InlineData("%2e%2e%2f?#&=+ .txt", "a\u0001\u001b[31mb")]
    public async Task Hostile_names_and_titles_stay_text(string name, string title)
    {
        var result = Results.Of(name, 1, title, title, new DateOnly(2018, 1, 1), (title, Stance.Against));
        var huge = Results.Of("huge", 2, new string('W', 10_000), new string('W', 10_000), null, (new string('W', 10_000), Stance.Favor));
        await using var host = await Site.StartAsync(azurite, result, huge);
        await using var page = await browser.OpenAsync(host.Address);

        await Expect(page.Find(".items li")).ToHaveCountAsync(2);
        await Expect(page.Find(".items img, .items svg, .items script")).ToHaveCountAsync(0);
        await Expect(page.Find(".items")).Not.ToContainTextAsync("\u202E");
        await page.Find(".items li a").Last.ClickAsync();
        await Expect(page.Find(".claim")).ToHaveCountAsync(2);
        Assert.Equal(title, await page.Find(".title").TextContentAsync());
        await page.GoAsync("#/stances", ".matrix");
        foreach (var view in new[] { "#/", "#/article/huge", "#/stances" })
        {
            await page.GoAsync(view, "main > *");
            Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{view} is wider than the window.");
        }
    }
}

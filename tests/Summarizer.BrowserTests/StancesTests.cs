using Summarizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Summarizer.BrowserTests;

public sealed class StancesTests(AzuriteFixture azurite, BrowserFixture browser)
{
    [Fact]
    public async Task A_cell_leads_to_its_articles_and_quotes()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/stances"));

        await page.Find(".matrix a", "Daily Post, Khalifa Haftar").ClickAsync();

        await Expect(page.Find(".quotes .favor li")).ToHaveCountAsync(1);
        await Expect(page.Find(".quotes .favor blockquote")).ToHaveTextAsync(Site.Some[1].Stances[0].Evidence[0].Quote);
        await Expect(page.Find(".quotes .against")).ToContainTextAsync("Nobody.");
        await page.Find(".quotes .favor a").ClickAsync();
        await Expect(page.Find(".title")).ToHaveTextAsync("A general speaks");
    }

    [Fact]
    public async Task One_target_is_shown_over_time_and_by_publisher()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/stances?target=Khalifa%20Haftar"));

        await Expect(page.Find(".timeline rect")).ToHaveCountAsync(2);
        await Expect(page.Find(".matrix tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Find(".matrix .cell")).ToHaveTextAsync(
        [
            "● all publishers, Khalifa Haftar, mostly neutral: 1 for, 1 against, 0 neutral, confidence 0.80, in all 2",
            "▲ Daily Post, Khalifa Haftar, mostly for: 1 for, 0 against, 0 neutral, confidence 0.80, in all 1",
            "▼ The Herald, Khalifa Haftar, mostly against: 0 for, 1 against, 0 neutral, confidence 0.80, in all 1",
        ]);
    }

    [Fact]
    public async Task The_table_is_carried_away_as_it_is_seen()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/stances?target=Khalifa%20Haftar&publisher=The%20Herald"));

        var (name, csv) = await page.DownloadAsync(page.Find("button", "By publisher: CSV"));
        Assert.Equal("stances-matrix.csv", name);
        Assert.Equal(
            "target,type,publisher,favor,against,neutral,unclear,mean,confidence\r\nKhalifa Haftar,person,,0,1,0,0,-1,0.8\r\nKhalifa "
                + "Haftar,person,The Herald,0,1,0,0,-1,0.8\r\n",
            csv);
        var (_, quotes) = await page.DownloadAsync(page.Find("button", "In their words: CSV"));
        Assert.Equal(3, quotes.Split("\r\n").Length);
    }

    [Fact]
    public async Task What_is_unsure_or_quoted_does_not_stand_for_the_publisher()
    {
        var unsure = Site.Unsure("u.txt");
        var quoting = unsure with { Name = "v.txt", Stances = [unsure.Stances[0] with { Holder = "Tom Reed", Confidence = 0.9 }] };
        await using var host = await Site.StartAsync(azurite, unsure, quoting);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/stances?target=Anna%20Holt"));

        await Expect(page.Find(".cell.unsure")).ToHaveTextAsync(
        [
            "▼ all publishers, Anna Holt, mostly against: 0 for, 1 against, 0 neutral, unsure, confidence 0.31, in all 1",
            "▼ The Herald, Anna Holt, mostly against: 0 for, 1 against, 0 neutral, unsure, confidence 0.31, in all 1",
        ]);
        await Expect(page.Find(".quotes .against li.unsure")).ToContainTextAsync("unsure, confidence 0.31");
        await Expect(page.Find(".timeline rect.unsure")).ToHaveCountAsync(1);
        await page.Find("[name=holder]").SelectOptionAsync("quoted");
        await Expect(page.Find(".quotes .against li")).ToContainTextAsync("Tom Reed");
        await Expect(page.Find(".cell.unsure")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nothing_is_said_in_words()
    {
        await using var host = await Site.StartAsync(azurite);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "#/stances"));

        await Expect(page.Find(".empty")).ToContainTextAsync("No stances yet");
        await page.GoAsync("#/stances?target=Nobody", ".empty");
        await Expect(page.Find(".empty")).ToContainTextAsync("No stance fits these filters about Nobody");
    }
}

using Summarizer.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Summarizer.BrowserTests;

public sealed class LibraryTests(AzuriteFixture azurite, BrowserFixture browser)
{
    private const string Text =
        "Council {0} reopens the old library\n\n"
        + "The town council reopened the old library of Marlow on Monday after a repair that took {0} years. More than two hundred "
        + "people came to the first morning.\n\n"
        + "Mayor Anna Holt praised the builders, who had worked through two winters. The council rejected the plan of Marlow Rail, "
        + "which critics call a disgrace.";

    [Fact]
    public async Task Dropped_files_turn_into_results_without_a_reload()
    {
        await using var host = await Site.StartAsync(azurite);
        await using var page = await browser.OpenAsync(host.Address);
        await Expect(page.Find(".empty")).ToContainTextAsync("Drop files");
        await page.Page.EvaluateAsync("window.same = true");

        await page.DropAsync(
            [.. Enumerable.Range(1, 3).Select(i => ($"drop-{i}.txt", Text.Replace("{0}", $"{i}", StringComparison.Ordinal)))]);

        for (var i = 1; i <= 3; i++)
            await Expect(page.Done($"drop-{i}.txt")).ToContainTextAsync($"Council {i} reopens");
        await Expect(page.Find("#transfers li")).ToHaveCountAsync(3);
        await Expect(page.Find("#transfers li").First).ToContainTextAsync("done");
        Assert.True(await page.Page.EvaluateAsync<bool>("window.same"));
    }

    [Fact]
    public async Task A_folder_keeps_its_paths()
    {
        var folder = Directory.CreateTempSubdirectory();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "2018"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "2018", "a.txt"), Text, TestContext.Current.CancellationToken);
        await using var host = await Site.StartAsync(azurite);
        await using var page = await browser.OpenAsync(host.Address);

        await page.Find("#folder").SetInputFilesAsync(folder.FullName);

        await Expect(page.Done($"{folder.Name}/2018/a.txt")).ToBeVisibleAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_others_put_into_the_container_appears_too()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(host.Address);
        await page.Done("a.txt").WaitForAsync();

        await host.Account.Articles.GetBlobClient("other.txt").UploadAsync(
            BinaryData.FromString(Text), cancellationToken: TestContext.Current.CancellationToken);

        await page.Find(".arrivals button", "1 new article").ClickAsync();
        await Expect(page.Done("other.txt")).ToBeVisibleAsync();
        await Expect(page.Find(".items li").First).ToHaveAttributeAsync("data-name", "other.txt");
    }

    [Fact]
    public async Task A_row_counts_what_is_unsure()
    {
        await using var host = await Site.StartAsync(azurite, Site.Unsure("u.txt"));
        await using var page = await browser.OpenAsync(host.Address);

        await Expect(page.Find(".chip")).ToHaveTextAsync(["▲ for Marlow", "1 unsure"]);
    }

    [Fact]
    public async Task An_upload_that_is_refused_says_why()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Articles:MaxBytes", "100"));
        await using var page = await browser.OpenAsync(host.Address);

        await page.DropAsync(("big.txt", new string('x', 101)), ("small.txt", "Rain fell on Marlow on Monday."));

        await Expect(page.Find("#transfers li .error")).ToContainTextAsync("Articles__MaxBytes");
        await Expect(page.Find("#news")).ToContainTextAsync("1 uploaded, 1 not");
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_stay_in_the_address()
    {
        await using var host = await Site.StartAsync(azurite, Site.Some);
        await using var page = await browser.OpenAsync(host.Address);
        await Expect(page.Find(".items li")).ToHaveCountAsync(5);

        await page.Find("[name=q]").FillAsync("SIEGE");
        await Expect(page.Find(".items li")).ToHaveCountAsync(1);
        await page.Find("[name=q]").FillAsync("");
        await page.Find("[name=target]").FillAsync("khalifa haftar");
        await page.Find("[name=stance]").SelectOptionAsync("favor");
        await Expect(page.Find(".items li")).ToHaveCountAsync(1);
        await Expect(page.Find(".items li")).ToHaveAttributeAsync("data-name", "b.txt");

        await page.Page.ReloadAsync();
        await Expect(page.Find(".items li")).ToHaveCountAsync(1);
        await page.Find("[name=from]").FillAsync("2019-01-01");
        await Expect(page.Find(".empty")).ToHaveTextAsync("No article fits these filters.");
        await page.Find("button[type=reset]").ClickAsync();
        await Expect(page.Find(".items li")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task The_list_goes_on_while_it_is_scrolled()
    {
        await using var host = await Site.StartAsync(
            azurite, [.. Enumerable.Range(0, 120).Select(Tests.Catalog.Results.Numbered)]);
        await using var page = await browser.OpenAsync(host.Address);
        await page.Find(".items li").First.WaitForAsync();

        // As a reader does: to the end, and further when there is more.
        await page.Page.WaitForFunctionAsync(
            "() => { scrollTo(0, document.body.scrollHeight); return document.querySelectorAll('.items li').length >= 120; }");

        await Expect(page.Find(".items li")).ToHaveCountAsync(120);
        Assert.Equal(120,
            await page.Page.EvaluateAsync<int>("new Set([...document.querySelectorAll('.items li')].map(l => l.dataset.name)).size"));
    }

    [Fact]
    public async Task The_key_is_asked_for_once()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Api:Key", "open sesame"));
        await using var page = await browser.OpenAsync(host.Address);

        await page.Find("#key").FillAsync("wrong");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Find("#key-form")).ToBeVisibleAsync();
        await page.Find("#key").FillAsync("open sesame");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Find(".empty")).ToContainTextAsync("No articles yet");
        await Expect(page.Find("#key-form")).ToBeHiddenAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Find(".empty")).ToContainTextAsync("No articles yet");
    }
}

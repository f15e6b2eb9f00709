using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Summarizer.BrowserTests;

/// <summary>The page as somebody uses it.</summary>
internal sealed class PageDriver : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> problems = new();

    private PageDriver(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What went wrong in the page's scripts, or was refused by its content policy.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    public static async Task<PageDriver> OpenAsync(IBrowserContext context, Uri address)
    {
        var driver = new PageDriver(context, await context.NewPageAsync());
        driver.Page.PageError += (_, error) => driver.problems.Enqueue(error);
        driver.Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                driver.problems.Enqueue(message.Text);
        };
        driver.Page.Dialog += (_, dialog) => driver.problems.Enqueue($"A dialog: {dialog.Message}");
        await driver.Page.GotoAsync(address.ToString());
        return driver;
    }

    public ILocator Find(string selector) => Page.Locator(selector);

    public ILocator Find(string selector, string text) => Page.Locator(selector, new PageLocatorOptions { HasText = text });

    /// <summary>The row of an article in the library, once it has ended.</summary>
    public ILocator Done(string name) => Find($".items li.succeeded[data-name='{name}']");

    /// <summary>Goes to a view and waits for it.</summary>
    public async Task GoAsync(string hash, string selector)
    {
        await Page.EvaluateAsync("hash => { location.hash = hash; }", hash);
        await Find(selector).First.WaitForAsync();
    }

    /// <summary>Drops files anywhere on the page, as from a folder of the desktop.</summary>
    public Task DropAsync(params (string Name, string Text)[] files) => Page.EvaluateAsync(
        """
        files => {
          const data = new DataTransfer();
          for (const { name, text } of files) data.items.add(new File([text], name, { type: 'text/plain' }));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        files.Select(f => new { name = f.Name, text = f.Text }).ToArray());

    /// <summary>Saves what a click hands out, and returns its name and text.</summary>
    public async Task<(string Name, string Text)> DownloadAsync(ILocator button)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        return (download.SuggestedFilename, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(problems);
    }
}

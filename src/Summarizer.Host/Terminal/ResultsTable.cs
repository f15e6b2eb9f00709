using Spectre.Console;
using Summarizer.Storage;

namespace Summarizer.Host.Terminal;

/// <summary>The table of results that the main job prints.</summary>
internal sealed class ResultsTable(ResultStore results)
{
    private const int MaxRows = 50;
    private const int TopStances = 3;

    /// <summary>What is more likely wrong than right is no top stance.</summary>
    private const double LeastConfidence = 0.5;

    /// <summary>Prints the first of <paramref name="names"/>; nothing where there are none.</summary>
    public async Task PrintAsync(IAsyncEnumerable<string> names, CancellationToken cancellationToken)
    {
        string[] shown = await names.Take(MaxRows + 1).ToArrayAsync(cancellationToken);
        if (shown.Length == 0)
            return;
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators();
        table.AddColumns("Name", "Title", "Headline", "Top stances");
        foreach (var name in shown.Take(MaxRows).Order(StringComparer.Ordinal))
        {
            var stored = await results.ReadAsync(name, cancellationToken);
            table.AddRow([.. Row(name, stored?.Parse()).Select(cell => new Spectre.Console.Text(Printable(cell)))]);
        }

        AnsiConsole.Write(table);
        if (shown.Length > MaxRows)
            AnsiConsole.WriteLine("… and more: the page and GET /api/articles list all of them.");
    }

    private static string[] Row(string name, ArticleResult? result) => result switch
    {
        null => [name, "", "pending", ""],
        { Failure: { } failure } => [name, result.Article?.Title ?? "", $"failed: {failure.Message}", ""],
        _ => [name, result.Article?.Title ?? "", result.Summary?.Headline ?? "", Stances(result)],
    };

    private static string Stances(ArticleResult result) => string.Join('\n', result.Stances
        .Where(s => s.Stance is Stance.Favor or Stance.Against && s.Confidence >= LeastConfidence)
        .OrderBy(s => s.Holder == StanceTag.Author ? 0 : 1)
        .ThenByDescending(s => s.Confidence)
        .Take(TopStances)
        .Select(s => s.Holder == StanceTag.Author
            ? $"{Word(s.Stance)} {s.Target.Name} ({s.Confidence:0.00})"
            : $"{s.Holder} {Word(s.Stance)} {s.Target.Name} ({s.Confidence:0.00})"));

    private static string Word(Stance stance) => stance == Stance.Favor ? "for" : "against";

    /// <summary>Article text is hostile to a terminal too: escape sequences must not reach it.</summary>
    internal static string Printable(string text)
        => string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(source[i]) && source[i] != '\n' ? ' ' : source[i];
        });
}

using System.Globalization;
using Spectre.Console;
using Summarizer.Host.Intake;
using Summarizer.Host.Terminal;
using Summarizer.Pipeline.Reruns;
using Summarizer.Storage;

namespace Summarizer.Host.Commands;

/// <summary><c>rerun</c>: says what it will do and cost, asks, does it, and can be interrupted and started again.</summary>
internal static class RerunCommand
{
    /// <summary>Returns 0 when nothing failed, 1 when something did, 130 when it was interrupted.</summary>
    /// <exception cref="CommandException">The arguments are wrong, nobody agreed to the cost, or storage is unavailable.</exception>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var asked = RerunArguments.Parse(arguments);
        await using var app = HostApplication.Build();
        await using var azurite = await ServeCommand.EnsureStorageAsync((ConfigurationManager)app.Configuration, stop);
        await ServeCommand.PrepareAsync(app, stop);
        var reruns = app.Services.GetRequiredService<ArticleReruns>();
        try
        {
            var plan = await reruns.PlanAsync(asked.Selection, new Counter("articles looked at").Show, stop);
            Say(Describe(plan));
            if (plan.Names.Count == 0 || !IsAgreed(plan, asked.Yes))
                return 0;
            return await RunAsync(reruns, plan, stop);
        }
        catch (Exception e) when (StorageProblem.IsFailure(e, stop))
        {
            throw new CommandException(
                $"Storage does not answer as it should ({e.GetBaseException().Message.Split('\n')[0].Trim()}); start the same "
                    + $"command again, it goes on from here.", e);
        }
    }

    /// <summary>What a rerun will do and cost, in words.</summary>
    internal static string Describe(RerunPlan plan)
    {
        var engine = plan.Engine.Model is { } model ? $"{plan.Engine.Name} ({model})" : plan.Engine.Name;
        var cost = plan switch
        {
            { IsFree: true } => "at no cost",
            { Cost: { } price } => string.Create(
                CultureInfo.InvariantCulture,
                $"about {plan.InputTokens:N0} input and {plan.OutputTokens:N0} output tokens, about "
                + $"{price:0.00} in the currency of your prices"),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"about {plan.InputTokens:N0} input and {plan.OutputTokens:N0} output tokens; set "
                + $"OpenAI__InputPricePerMillion and OpenAI__OutputPricePerMillion to see the cost"),
        };
        return string.Join(
            Environment.NewLine,
            new[]
            {
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.Names.Count:N0} articles of {plan.Bytes:N0} bytes, done again by {engine}: {cost}."),
                plan.AlreadyPaid == 0 ? null : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.AlreadyPaid:N0} more were made by this very engine, prompt and "
                    + $"settings and are left out; --again pays for them anew."),
                plan.GoesOnAfter is null ? null : $"It goes on after {plan.GoesOnAfter}, where it was interrupted.",
            }.Where(line => line is not null));
    }

    private static bool IsAgreed(RerunPlan plan, bool yes)
    {
        if (yes || (Console.IsInputRedirected && plan.IsFree))
            return true;
        if (Console.IsInputRedirected)
            throw new CommandException("Nobody can be asked here whether to go on; add --yes to pay for it.");
        return AnsiConsole.Confirm("Go on?", defaultValue: false);
    }

    private static async Task<int> RunAsync(ArticleReruns reruns, RerunPlan plan, CancellationToken stop)
    {
        using var finishing = new DrainTimeout(TimeProvider.System);
        await using var begin = stop.Register(finishing.Begin);
        var display = new RerunDisplay(plan.Names.Count, TimeProvider.System);
        var totals = await reruns.RunAsync(plan, display.Show, stop, finishing.Over)
            ?? throw new CommandException("Another rerun is at work on this storage; wait for its end. One that was killed "
                + "lets go after 30 s.");
        display.End();
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{totals.Succeeded:N0} succeeded, {totals.Failed:N0} failed ({totals.Kept:N0} of them kept an older result), "
            + $"{totals.AlreadyPaid:N0} were paid for before, {totals.Gone:N0} were removed or replaced meanwhile; "
            + $"{totals.Tokens:N0} tokens, cost {totals.Cost:0.00##}."));
        if (totals.Completed < plan.Names.Count)
        {
            Say(string.Create(
                CultureInfo.InvariantCulture,
                $"Interrupted with {plan.Names.Count - totals.Completed:N0} articles left; the same command goes on from here."));
            return 130;
        }

        return totals.Failed == 0 ? 0 : 1;
    }

    /// <summary>Plainly: a log's lines are not folded at the width of a terminal.</summary>
    private static void Say(string text) => Console.WriteLine(ResultsTable.Printable(text));
}

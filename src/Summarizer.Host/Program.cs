using System.Runtime.InteropServices;
using Summarizer.Host;
using Summarizer.Host.Results;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

try
{
    return args switch
    {
        ["export", .. var rest] => await ExportJob.RunAsync(rest, stop.Token),
        ["health", .. var rest] => await HealthJob.RunAsync(rest, stop.Token),
        ["reindex"] => await ReindexJob.RunAsync(stop.Token),
        ["rerun", .. var rest] => await RerunJob.RunAsync(rest, stop.Token),
        _ => await MainJob.RunAsync(HostArguments.Parse(args), stop.Token),
    };
}
catch (StartProblem problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}

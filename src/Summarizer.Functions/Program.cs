using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Summarizer;
using Summarizer.Catalog;
using Summarizer.Functions;
using Summarizer.Functions.Telemetry;
using Summarizer.Pipeline;
using Summarizer.Storage;
using Summarizer.Web;
using Summarizer.Web.Settings;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
SettingsCheck.Require(builder.Configuration);
builder.UseMiddleware<InvocationScope>();
builder.Services
    .AddFunctionsTelemetry(builder.Configuration)
    .AddSummarizer(builder.Configuration)
    .AddSummarizerStorage(builder.Configuration)
    .AddSummarizerPipeline()
    .AddSummarizerCatalog(builder.Configuration)
    .AddSummarizerWeb()
    .AddSingleton<ArticleIntake>();

using var host = builder.Build();
if (await WorkerStart.PrepareAsync(host.Services, builder.Configuration, CancellationToken.None) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return WorkerStart.Failed;
}

await host.RunAsync();
return 0;

using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Summarizer;
using Summarizer.Functions.Telemetry;
using Summarizer.Storage;
using Summarizer.Web;
using Summarizer.Web.Settings;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
SettingsCheck.Require(builder.Configuration);
builder.Services
    .AddFunctionsTelemetry(builder.Configuration)
    .AddSummarizer(builder.Configuration)
    .AddSummarizerStorage(builder.Configuration)
    .AddSummarizerWeb();

using var host = builder.Build();

// A connection string is Azurite or a developer's own account; with an identity the infrastructure made the containers.
if (builder.Configuration[StorageNames.Connection] is { Length: > 0 })
    await host.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);

await host.RunAsync();

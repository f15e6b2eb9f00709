using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Summarizer;
using Summarizer.Storage;
using Summarizer.Web;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .AddSummarizer(builder.Configuration)
    .AddSummarizerStorage(builder.Configuration)
    .AddSummarizerWeb();

using var host = builder.Build();
host.Run();

using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Summarizer.LanguageModel;
using Summarizer.Storage;
using Summarizer.Tests.Functions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Infra;

/// <summary>The infrastructure and the code speak of the same containers, settings and functions.</summary>
public sealed partial class InfraContractTests
{
    private static readonly IReadOnlySet<string> Settings = SettingsOfApp();

    private static readonly string[] UsersOfOutputs = ["infra/README.md", "infra/hooks/subscribe.sh", "infra/hooks/subscribe.ps1"];

    [Fact]
    public void Containers_and_queues_are_those_of_the_storage_code()
    {
        var storage = BicepFile.Named("storage.bicep");
        var containers = storage.Resources("Microsoft.Storage/storageAccounts/blobServices/containers").Select(NameOf);
        var queues = storage.Resources("Microsoft.Storage/storageAccounts/queueServices/queues").Select(NameOf);

        Assert.Equal(
            new[] { StorageNames.Articles, StorageNames.Results, StorageNames.Reviews, StorageNames.Work, "packageContainerName" }.Order(),
            containers.Order());
        Assert.Equal([StorageNames.Retries], queues);
    }

    [Fact]
    public void Uploads_are_told_to_the_function_that_listens_to_them()
    {
        var source = BicepFile.Named("uploads.bicep").Source;
        var function = WebhookFunction().Match(source).Groups[1].Value;

        Assert.Equal(Microsoft.Azure.Functions.Worker.BlobTriggerSource.EventGrid, FunctionsApp.Named(function).Blob!.Source);
        Assert.Contains($"'/blobServices/default/containers/{StorageNames.Articles}/blobs/'", source, StringComparison.Ordinal);
        Assert.Contains("'Microsoft.Storage.BlobCreated'", source, StringComparison.Ordinal);
    }

    [Fact]
    public void On_azure_the_scan_is_off_and_the_events_are_on()
    {
        var app = BicepFile.Named("app.bicep").Source;

        Assert.Contains("'AzureWebJobs.SummarizeArticle.Disabled': 'false'", app, StringComparison.Ordinal);
        Assert.Contains("'AzureWebJobs.SummarizeArticleByScan.Disabled': 'true'", app, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_read_by_the_code_or_the_platform()
    {
        var read = SettingsOf<ArticlesOptions>("Articles").Concat(SettingsOf<SummaryOptions>("Summary"))
            .Concat(SettingsOf<OpenAIOptions>("OpenAI")).Append("Engine").ToHashSet();
        foreach (var setting in Settings)
        {
            var known = read.Contains(setting) || Platform().IsMatch(setting) || Connection().IsMatch(setting)
                || (Disabling().Match(setting) is { Success: true } off && FunctionsApp.Named(off.Groups[1].Value) is not null);
            Assert.True(known, $"Nothing reads {setting}.");
        }
    }

    [Fact]
    public void Every_setting_without_a_default_is_set()
    {
        var needed = typeof(OpenAIOptions).GetProperties().Where(p => p.GetCustomAttribute<RequiredAttribute>() is not null)
            .Select(p => $"OpenAI__{p.Name}")
            .Concat([$"{StorageNames.Connection}__blobServiceUri", $"{StorageNames.Connection}__queueServiceUri",
                $"{StorageNames.Connection}__clientId"]);

        Assert.Empty(needed.Except(Settings));
    }

    [Fact]
    public void Flex_Consumption_takes_the_runtime_from_its_own_section()
    {
        // FUNCTIONS_WORKER_RUNTIME and FUNCTIONS_EXTENSION_VERSION are refused there.
        Assert.DoesNotContain(Settings, s => s.StartsWith("FUNCTIONS_", StringComparison.Ordinal));
        var app = BicepFile.Named("app.bicep").Resources("Microsoft.Web/sites").Single();
        Assert.Equal("10.0", app.TextOf("version"));
    }

    [Fact]
    public void Azd_finds_the_app_the_hooks_and_their_variables()
    {
        var azure = Repository.Text("azure.yaml");
        var outputs = BicepFile.Named("main.bicep").Of("output").Select(o => o.Name).ToHashSet();

        Assert.Contains("project: src/Summarizer.Functions", azure, StringComparison.Ordinal);
        Assert.Contains("'azd-service-name': 'functions'", BicepFile.Named("main.bicep").Source, StringComparison.Ordinal);
        foreach (var hook in Directory.GetFiles(Repository.PathOf("infra/hooks")).Select(f => $"infra/hooks/{Path.GetFileName(f)}"))
        {
            Assert.Contains($"run: {hook}", azure, StringComparison.Ordinal);
            var variables = Variable().Matches(Repository.Text(hook)).Select(m => m.Value).Distinct();
            Assert.Empty(variables.Except(outputs).Except(["AZURE_SUBSCRIPTION_ID", "SUMMARIZER_PRIVATE_NETWORK"]));
        }
    }

    [Fact]
    public void The_private_network_finds_its_provider_registered()
    {
        var delegation = BicepFile.Named("network.bicep").Source;
        var hooks = YamlFile.Documents("azure.yaml").Single().At("hooks", "preprovision");

        Assert.Contains("serviceName: 'Microsoft.App/environments'", delegation, StringComparison.Ordinal);
        foreach (var system in new[] { "posix", "windows" })
        {
            var hook = Repository.Text(hooks.At(system, "run").Text());
            Assert.Contains("az provider register --namespace Microsoft.App", hook, StringComparison.Ordinal);
            Assert.Contains("--wait", hook, StringComparison.Ordinal);
            Assert.Contains("SUMMARIZER_PRIVATE_NETWORK", hook, StringComparison.Ordinal);
        }

        // The hooks look at the very variable that the parameter is taken from.
        Assert.Contains("${SUMMARIZER_PRIVATE_NETWORK=false}", Repository.Text("infra/main.parameters.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_is_a_parameter_and_the_schedule_of_its_retirement_is_named()
    {
        var main = BicepFile.Named("main.bicep");
        var model = main.Of("param").Single(p => p.Name == "modelName");
        var version = main.Of("param").Single(p => p.Name == "modelVersion");

        Assert.Equal(("gpt-5.4-mini", "2026-03-17"), (DefaultOf(model), DefaultOf(version)));
        Assert.Matches(@"// .*https://learn\.microsoft\.com/\S*model-retirements", main.Source);
    }

    private static string DefaultOf(BicepDeclaration parameter) => parameter.Body.SkipWhile(t => !t.Is("=")).Skip(1).First().Text;

    [Fact]
    public void Every_output_is_used_by_the_README_or_a_hook()
    {
        var users = string.Concat(UsersOfOutputs.Select(Repository.Text));

        // The region is azd's own.
        Assert.All(
            BicepFile.Named("main.bicep").Of("output").Select(o => o.Name).Except(["AZURE_LOCATION"]),
            o => Assert.Contains(o, users, StringComparison.Ordinal));
    }

    private static string NameOf(BicepDeclaration resource) => resource.After("name")!.Value.Text;

    private static IEnumerable<string> SettingsOf<T>(string section)
        => typeof(T).GetProperties().Select(p => $"{section}__{p.Name}");

    private static HashSet<string> SettingsOfApp() =>
    [
        .. BicepFile.Named("app.bicep").Of("var")
            .Where(v => v.Name.EndsWith("ettings", StringComparison.Ordinal))
            .SelectMany(v => BicepFile.KeysIn(v.Name == "settings" ? v.Body : [.. v.Body.SkipWhile(t => !t.Is(":")).Skip(1)])),
    ];

    [GeneratedRegex(@"functionName=Host\.Functions\.(\w+)")]
    private static partial Regex WebhookFunction();

    [GeneratedRegex(
        "^(AzureWebJobsStorage__(blobServiceUri|queueServiceUri|credential|clientId)|AzureWebJobsDisableHomepage"
            + "|APPLICATIONINSIGHTS_(CONNECTION|AUTHENTICATION)_STRING|AZURE_CLIENT_ID)$")]
    private static partial Regex Platform();

    [GeneratedRegex("^" + StorageNames.Connection + "__(blobServiceUri|queueServiceUri|credential|clientId)$")]
    private static partial Regex Connection();

    [GeneratedRegex(@"^AzureWebJobs\.(\w+)\.Disabled$")]
    private static partial Regex Disabling();

    [GeneratedRegex(@"\b(AZURE|SUMMARIZER)_[A-Z_]+\b")]
    private static partial Regex Variable();
}

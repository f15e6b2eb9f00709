using Summarizer.Engines.OpenAI;
using Summarizer.Storage;

namespace Summarizer.Web.Settings;

/// <summary>Every section of settings that the project reads; an option that is added to one of the types is known at once.</summary>
public static class KnownSettings
{
    public static IReadOnlyList<SettingsSection> Sections { get; } =
    [
        SettingsSection.Of<ArticlesOptions>("Articles"),
        SettingsSection.Of<SummaryOptions>("Summary"),
        SettingsSection.Of<StanceOptions>("Stances"),
        SettingsSection.Of<OpenAIOptions>("OpenAI"),
        SettingsSection.Of<WebOptions>("Api", new Setting("Api__Key", typeof(string))),
        SettingsSection.Of<EmulatorOptions>("Azurite"),
        // The triggers of Azure Functions read further settings of a connection.
        new(
            StorageNames.Connection,
            [
                new($"{StorageNames.Connection}__blobServiceUri", typeof(Uri)),
                new($"{StorageNames.Connection}__queueServiceUri", typeof(Uri)),
                new($"{StorageNames.Connection}__clientId", typeof(string)),
                new($"{StorageNames.Connection}__credential", typeof(string)),
            ],
            IsShared: true),
    ];
}

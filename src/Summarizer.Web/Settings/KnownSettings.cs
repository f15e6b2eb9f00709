using Summarizer.Catalog;
using Summarizer.LanguageModel;
using Summarizer.Storage;

namespace Summarizer.Web.Settings;

/// <summary>Every section of settings that the project reads; an option that is added to one of the types is known at once.</summary>
public static class KnownSettings
{
    public static IReadOnlyList<SettingsSection> Sections { get; } =
    [
        SettingsSection.From<ArticlesOptions>("Articles"),
        SettingsSection.From<SummaryOptions>("Summary"),
        SettingsSection.From<StanceOptions>("Stances"),
        SettingsSection.From<OpenAIOptions>("OpenAI"),
        SettingsSection.From<WebOptions>("Api", new Setting("Api__Key", typeof(string))),
        SettingsSection.From<CatalogOptions>("Catalog"),
        SettingsSection.From<EmulatorOptions>("Azurite"),
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

using Microsoft.Extensions.Configuration;

namespace Summarizer.Web.Settings;

/// <summary>Names what is set wrong, before anything is bound: values that do not fit, and names that are misspelt.</summary>
public static class SettingsCheck
{
    private const string Separator = "__";

    /// <exception cref="InvalidOperationException">A setting is wrong; the message names each, as it is set.</exception>
    public static void Require(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string[] problems = [.. Problems(settings)];
        if (problems.Length > 0)
            throw new InvalidOperationException(string.Join(" ", problems));
    }

    private static IEnumerable<string> Problems(IConfiguration settings)
        => settings.GetChildren().SelectMany(child => SectionOf(child.Key) is { } section
            ? child.GetChildren().Select(set => Problem(section, child.Key, set))
            : Leaves(child).Select(NearMiss)).OfType<string>();

    private static string? Problem(SettingsSection section, string asSet, IConfigurationSection set)
    {
        var known = section.Settings.FirstOrDefault(s => s.Key.Equals(set.Key, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            return known.Problem(set)
                ?? (known.IsList ? null : set.GetChildren().Select(under => Unknown(under, known.Name)).FirstOrDefault());
        }

        var nearest = section.Settings.MinBy(s => Spelling.Distance(s.Key, set.Key));
        var isNear = nearest is not null && Spelling.IsNear(nearest.Key, set.Key);
        if (section.IsShared && !isNear)
            return null;
        var name = $"{asSet}{Separator}{set.Key}";
        return isNear
            ? Unknown(name, nearest!.Name)
            : $"{name} is no setting; those of {section.Name} are {string.Join(", ", section.Settings.Select(s => s.Name))}.";
    }

    /// <summary>
    /// A name of somebody else's is not ours to refuse: one is taken for ours only when both of its parts are nearly
    /// those of one of our settings.
    /// </summary>
    private static string? NearMiss(string path)
    {
        if (path.Split(ConfigurationPath.KeyDelimiter) is not [var first, var second, ..])
            return null;
        var meant = KnownSettings.Sections
            .Where(section => Spelling.IsNear(section.Name, first))
            .SelectMany(section => section.Settings)
            .Where(setting => Spelling.IsNear(setting.Key, second))
            .MinBy(setting => Spelling.Distance(setting.Name, first + Separator + second));
        return meant is null ? null : Unknown(AsSet(path), meant.Name);
    }

    private static string Unknown(IConfigurationSection set, string meant)
        => Unknown(AsSet(set.Path), meant);

    private static string AsSet(string path) => path.Replace(ConfigurationPath.KeyDelimiter, Separator, StringComparison.Ordinal);

    private static string Unknown(string name, string meant) => $"{name} is no setting; did you mean {meant}?";

    private static SettingsSection? SectionOf(string key)
        => KnownSettings.Sections.FirstOrDefault(s => s.Name.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Leaves(IConfigurationSection section)
        => section.GetChildren().SelectMany(child => child.GetChildren().Any() ? Leaves(child) : [child.Path]);
}

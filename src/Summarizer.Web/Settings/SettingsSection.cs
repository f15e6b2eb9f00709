using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Summarizer.Web.Settings;

/// <summary>The settings whose names begin alike, such as <c>Articles__…</c>.</summary>
/// <param name="Name">The first part.</param>
/// <param name="Settings">Every setting of it.</param>
/// <param name="IsShared">Others read settings of this section too, so that an unknown one is only refused when it looks misspelt.</param>
public sealed record SettingsSection(string Name, IReadOnlyList<Setting> Settings, bool IsShared = false)
{
    /// <summary>The settings that <typeparamref name="TOptions"/> is bound to, and what is read beside them.</summary>
    internal static SettingsSection From<[DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        string name, params Setting[] more)
        where TOptions : new()
    {
        var defaults = new TOptions();
        return new SettingsSection(
            name,
            [
                .. more,
                .. typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => Setting.From(name, p, defaults)),
            ]);
    }
}

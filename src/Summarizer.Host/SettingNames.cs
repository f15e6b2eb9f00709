using Microsoft.Extensions.Options;

namespace Summarizer.Host;

/// <summary>What is wrong with the settings, in one message; each part names the setting as it is set.</summary>
internal static class SettingNames
{
    public static string InWords(Exception problem)
    {
        var message = problem is OptionsValidationException validation
            ? string.Join(" ", validation.Failures)
            : problem.Message;
        return $"A setting is wrong: {message}";
    }
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Summarizer.Host;

/// <summary>Puts what the options' validators and binders say into the names that people set.</summary>
internal static partial class SettingNames
{
    public static string InWords(Exception problem)
    {
        var message = problem is OptionsValidationException validation
            ? string.Join(" ", validation.Failures)
            : problem.Message;
        return $"A setting is wrong: {Colon().Replace(message, "__")}";
    }

    [GeneratedRegex("(?<=[A-Za-z0-9]):(?=[A-Za-z0-9])")]
    private static partial Regex Colon();
}

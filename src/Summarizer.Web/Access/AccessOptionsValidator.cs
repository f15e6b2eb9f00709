using Microsoft.Extensions.Options;

namespace Summarizer.Web.Access;

/// <summary>
/// Checks what annotations cannot: origins and proxies, each named by its own setting. The value stays out of the message.
/// </summary>
internal sealed class AccessOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = new List<string>();
        for (var i = 0; i < options.AllowedOrigins.Count; i++)
        {
            if (!WebOrigin.IsValid(options.AllowedOrigins[i]))
            {
                failures.Add(
                    $"Api__AllowedOrigins__{i} is no origin; write scheme, host and port as browsers do, such as https://news.example.");
            }
        }

        for (var i = 0; i < options.TrustedProxies.Count; i++)
        {
            if (TrustedProxy.Parse(options.TrustedProxies[i]) is null)
                failures.Add($"Api__TrustedProxies__{i} is neither an address nor a network; write one like 10.0.0.4 or 10.0.0.0/8.");
        }

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}

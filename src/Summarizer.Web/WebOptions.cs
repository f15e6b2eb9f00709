using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Summarizer.Web;

/// <summary>Settings under <c>Api</c>.</summary>
public sealed class WebOptions
{
    /// <summary>Requests a minute that each client may make, 1 to 1,000,000; default none, which is no limit.</summary>
    [Range(1, 1_000_000)]
    public int? RequestsPerMinute { get; set; }

    /// <summary>Origins whose pages may call the API, such as <c>https://news.example</c>; default none.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Addresses and networks of proxies whose <c>X-Forwarded-For</c> is believed; default none.</summary>
    public IList<string> TrustedProxies { get; } = [];
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;

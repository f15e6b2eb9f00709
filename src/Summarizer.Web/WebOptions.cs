using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Summarizer.Web;

/// <summary>Settings under <c>Api</c>, and what the entry tells of itself.</summary>
public sealed class WebOptions
{
    /// <summary>Requests a minute that each client may make, 1 to 1,000,000; default none, which is no limit.</summary>
    [Range(1, 1_000_000)]
    public int? RequestsPerMinute { get; set; }

    /// <summary>Whether answers may go on for as long as a client listens; set by the entry, not by people. On Azure they may not.</summary>
    public bool Live { get; set; }

    /// <summary>Ends live answers when the server stops.</summary>
    public CancellationToken Stopping { get; set; }
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;

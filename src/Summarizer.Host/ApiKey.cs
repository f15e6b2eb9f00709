using System.Security.Cryptography;
using System.Text;
using Summarizer.Web;
using Summarizer.Web.Endpoints;

namespace Summarizer.Host;

/// <summary>Asks for the key that <c>Api__Key</c> sets; on Azure the platform does the same with its function keys.</summary>
internal static class ApiKey
{
    public const string Setting = "Api:Key";

    public static IApplicationBuilder UseApiKey(this IApplicationBuilder app, string? key)
    {
        if (string.IsNullOrEmpty(key))
            return app;
        var expected = Hash(key);
        return app.Use((context, next) =>
            !ApiRoutes.NeedsKey(context.Request.Path)
            || CryptographicOperations.FixedTimeEquals(expected, Hash(context.Request.Headers[ApiRoutes.KeyHeader].ToString()))
                ? next(context)
                : WebServices.WriteWrongKeyAsync(context));
    }

    /// <summary>Hashed so that the comparison takes the same time for every length.</summary>
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

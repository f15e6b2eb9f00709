using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Summarizer.Storage;
using Summarizer.Web.Endpoints;

namespace Summarizer.Web;

/// <summary>The article's name in a request, from the target as it was sent: servers resolve dot segments and keep some escapes.</summary>
internal static class RequestedName
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The name, decoded once; null when the path is not that of an article, or does not decode.</summary>
    public static string? Parse(HttpContext context) => Sent(context) is { } sent ? Decoded(sent) : null;

    /// <summary>Why the request's name may not be used; null when it may, or when no article is requested.</summary>
    public static Problem? ProblemOf(HttpContext context)
    {
        if (Sent(context) is not { } sent)
            return null;
        if (Decoded(sent) is not { } name)
            return Problem.BadName("The name's percent escapes are not UTF-8; write its characters in UTF-8, each byte as %XX.");
        return ArticleName.IsValid(name, out var problem) ? null : Problem.BadName(problem);
    }

    /// <summary>The name as it was sent.</summary>
    private static string? Sent(HttpContext context)
    {
        var path = SentPath(context);
        return ApiRoutes.NamedPrefixes.FirstOrDefault(p => path.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } prefix
            ? path[prefix.Length..]
            : null;
    }

    /// <summary>Null when the escapes are not UTF-8; the framework's own decoding would leave such escapes as they are.</summary>
    private static string? Decoded(string sent)
    {
        try
        {
            var bytes = new byte[Utf8.GetMaxByteCount(sent.Length)];
            var length = 0;
            for (var i = 0; i < sent.Length;)
            {
                if (sent[i] == '%' && i + 2 < sent.Length && char.IsAsciiHexDigit(sent[i + 1]) && char.IsAsciiHexDigit(sent[i + 2]))
                {
                    bytes[length++] = Convert.FromHexString(sent.AsSpan(i + 1, 2))[0];
                    i += 3;
                    continue;
                }

                var plain = sent.AsSpan(i).IndexOf('%') is > 0 and var next ? next : sent[i] == '%' ? 1 : sent.Length - i;
                length += Utf8.GetBytes(sent.AsSpan(i, plain), bytes.AsSpan(length));
                i += plain;
            }

            return Utf8.GetString(bytes.AsSpan(0, length));
        }
        catch (Exception e) when (e is DecoderFallbackException or EncoderFallbackException)
        {
            return null;
        }
    }

    private static string SentPath(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (string.IsNullOrEmpty(target) || target[0] != '/')
            return context.Request.Path.Value ?? "";
        var end = target.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? target : target[..end];
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Summarizer.Storage;

/// <summary>Which names an article may have over HTTP, and where its result lies.</summary>
public static class ArticleName
{
    /// <summary>UTF-16 code units; the storage's own limit for a blob.</summary>
    public const int MaxLength = 1_024;

    private const string ResultEnding = ".json";

    /// <summary>Whether <paramref name="name"/>, already decoded, may be used; if not, why.</summary>
    public static bool IsValid(string name, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(name);
        problem = name switch
        {
            { Length: 0 } => "The name is empty; put it after /api/articles/.",
            { Length: > MaxLength } => $"The name has {name.Length} characters; use at most {MaxLength}.",
            _ when name.Contains('\\', StringComparison.Ordinal) => "The name has a backslash; separate folders with a slash.",
            _ when name.Any(char.IsControl) => "The name has a control character; leave it out.",
            _ when name.Split('/').Any(segment => segment.Length == 0)
                => "The name has an empty segment; use single slashes, none at either end.",
            _ when name.Split('/').Any(segment => segment is "." or "..")
                => "The name has a \".\" or \"..\" segment; write the path without it.",
            _ => null,
        };
        return problem is null;
    }

    /// <summary>The blob of the article's result.</summary>
    /// <remarks>A name within five characters of the limit has no room for the ending; its last characters give way to a hash of it.</remarks>
    public static string ResultOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length + ResultEnding.Length <= MaxLength
            ? name + ResultEnding
            : string.Concat(name.AsSpan(0, MaxLength - ResultEnding.Length - 17), "~", Fingerprint(name), ResultEnding);
    }

    private static string Fingerprint(string name)
        => Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 8));
}

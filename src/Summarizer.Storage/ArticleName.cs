using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Summarizer.Storage;

/// <summary>Which names an article may have, and where its result lies.</summary>
public static class ArticleName
{
    /// <summary>UTF-16 code units; the storage's own limit for a blob.</summary>
    public const int MaxLength = 1_024;

    private const string ResultEnding = ".json";

    /// <summary>The results of all other names; no plain result's blob is without <see cref="ResultEnding"/>.</summary>
    private const string HashedFolder = "hashed-names/";

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
            _ when !UnicodeText.IsInterchangeable(name)
                => "The name has a Unicode noncharacter (such as U+FFFE) or half a surrogate pair; leave it out.",
            _ when name.Split('/').Any(segment => segment.Length == 0)
                => "The name has an empty segment; use single slashes, none at either end.",
            _ when name.Split('/').Any(segment => segment is "." or "..")
                => "The name has a \".\" or \"..\" segment; write the path without it.",
            _ => null,
        };
        return problem is null;
    }

    /// <summary>The blob of the article's result; no two names share one.</summary>
    /// <remarks>
    /// A name without room for the ending, or one that only a storage tool can give, is hashed: as UTF-16, so that names
    /// that no encoding can tell apart stay apart too.
    /// </remarks>
    public static string ResultOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length + ResultEnding.Length <= MaxLength && IsValid(name, out _)
            ? name + ResultEnding
            : HashedFolder + Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan())));
    }

    /// <summary>A key of fixed length for notes on an article: its name may be as long as a blob's name can be, without a folder
    /// before it.</summary>
    internal static string KeyOf(string name) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
}

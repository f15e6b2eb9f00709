using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Summarizer.LanguageModel.Prompting;

/// <summary>The words that the model is given, from <c>prompt.md</c>.</summary>
internal static class Prompt
{
    private const string Resource = "prompt.md";

    private static readonly byte[] File = ReadFile();

    private static readonly FrozenDictionary<string, string> Sections = Encoding.UTF8.GetString(File)
        .ReplaceLineEndings("\n")
        .Split("## ", StringSplitOptions.RemoveEmptyEntries)
        .Select(section => section.Split('\n', 2))
        .ToFrozenDictionary(section => section[0].Trim(), section => section[1].Trim(), StringComparer.Ordinal);

    /// <summary>Of the file, lower-case hexadecimal.</summary>
    public static string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(File));

    public static string System(int sentences, IReadOnlyList<WatchedTarget> watched) => Fill(
        "System",
        ("sentences", sentences.ToString(CultureInfo.InvariantCulture)),
        ("watch", watched.Count == 0 ? "" : Fill("Watch", ("targets", string.Join("; ", watched.Select(Named))))));

    public static string WholeArticle(Article article) => About("Article", article, article.Text);

    public static string Part(Article article, string text, int part, int parts) => About(
        "Part",
        article,
        text,
        ("part", part.ToString(CultureInfo.InvariantCulture)),
        ("parts", parts.ToString(CultureInfo.InvariantCulture)));

    public static string Drafts(Article article, string drafts) => About("Drafts", article, drafts);

    public static string Correction(IReadOnlyList<Rejection> faults) => Fill(
        "Correction",
        ("faults", string.Join('\n', faults.Take(20).Select(f => $"- {Kind(f.Kind)} \"{f.Claim}\": {Why(f.Reason)}"))));

    /// <summary>The markers carry a word that depends on the text between them, so that no text can hold its own.</summary>
    private static string About(string section, Article article, string text, params ReadOnlySpan<(string, string)> more) => Fill(
        section,
        [
            ("language", article.Language ?? "unknown"),
            ("title", OneLine(article.Title) ?? "none"),
            ("date", article.PublishedOn?.ToString("O", CultureInfo.InvariantCulture) ?? "unknown"),
            ("marker", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6))),
            .. more,
            ("text", text),
        ]);

    /// <summary>Fills every place once, from left to right: what is filled in is never searched for places itself.</summary>
    private static string Fill(string section, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var template = Sections[section];
        var filled = new StringBuilder(template.Length);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
                return filled.Append(template, at, template.Length - at).ToString();
            var value = ValueOf(template[(open + 1)..close], values);
            filled.Append(template, at, open - at).Append(value ?? "{");
            at = value is null ? open + 1 : close + 1;
        }

        return filled.ToString();
    }

    private static string? ValueOf(string place, ReadOnlySpan<(string Place, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == place)
                return value;
        }

        return null;
    }

    private static string Named(WatchedTarget target)
        => target.Aliases.Count == 0 ? target.Name : $"{target.Name} (also {string.Join(", ", target.Aliases)})";

    private static string? OneLine(string? title) => title?.ReplaceLineEndings(" ");

    private static string Kind(ClaimKind kind) => kind switch
    {
        ClaimKind.Headline => "headline",
        ClaimKind.Summary => "summary sentence",
        _ => "stance",
    };

    private static string Why(RejectionReason reason) => reason switch
    {
        RejectionReason.QuoteNotFound => "its quotes do not stand in the article letter by letter",
        RejectionReason.NoQuote => "it has no quote",
        RejectionReason.NumberNotFound => "it has a number that does not stand in the article",
        RejectionReason.NameNotFound => "it has a name that does not stand in the article",
        RejectionReason.TargetNotFound => "the article does not name this target",
        RejectionReason.HolderNotFound => "the article does not name this holder",
        RejectionReason.Markup => "it has a link, markup or an instruction",
        RejectionReason.Language => "it is not in the language of the article",
        _ => "the rest of the article contradicts it",
    };

    private static byte[] ReadFile()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

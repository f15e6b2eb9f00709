namespace Summarizer.Web;

/// <summary>The routes that both entries serve, as templates without a leading slash.</summary>
public static class ApiRoutes
{
    public const string Articles = "api/articles";
    public const string Article = "api/articles/{*name}";
    public const string Upload = "api/uploads/{*name}";
    public const string Rerun = "api/reruns/{*name}";
    public const string Stances = "api/stances";
    public const string StanceMatrix = "api/stances/matrix";
    public const string StanceTimeline = "api/stances/timeline";
    public const string Targets = "api/targets";
    public const string Editions = "api/editions/{*name}";
    public const string Differences = "api/differences";
    public const string Reviews = "api/reviews";
    public const string Review = "api/reviews/{*name}";
    public const string Agreement = "api/agreement";
    public const string Feed = "api/feed.atom";
    public const string Events = "api/events";
    public const string Metrics = "api/metrics";
    public const string Health = "api/health";
    public const string OpenApi = "openapi/v1.json";
    public const string Schema = "schemas/{file}";
    public const string Page = "";
    public const string PageFile = "page/{file}";

    /// <summary>The header that clients send the key in; on Azure the platform reads the same one.</summary>
    public const string KeyHeader = "x-functions-key";

    private const string ArticlePrefix = "/api/articles/", ReviewPrefix = "/api/reviews/";

    /// <summary>What stands before an article's name in a request's path.</summary>
    internal static IReadOnlyList<string> NamedPrefixes { get; } =
        [ArticlePrefix, ReviewPrefix, "/api/editions/", "/api/uploads/", "/api/reruns/"];

    /// <summary>The address of an article and of its result.</summary>
    public static string For(string name) => ArticlePrefix + Escaped(name);

    /// <summary>The address of an article's review.</summary>
    public static string ReviewOf(string name) => ReviewPrefix + Escaped(name);

    private static string Escaped(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
    }

    /// <summary>Whether a request of <paramref name="path"/> needs the key, where one is set.</summary>
    public static bool NeedsKey(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)
               && !path.Equals("/" + Health, StringComparison.OrdinalIgnoreCase);
    }
}

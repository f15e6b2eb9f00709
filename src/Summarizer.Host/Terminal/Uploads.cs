using Microsoft.Extensions.Options;
using Summarizer.Storage;

namespace Summarizer.Host.Terminal;

/// <summary>Puts the files named at the start, or the samples, into the container.</summary>
internal sealed class Uploads(ArticleStore articles, IArticleDispatcher dispatcher, IOptions<ArticlesOptions> options)
{
    private static string SamplesFolder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Uploads and returns the articles' names.</summary>
    /// <exception cref="StartProblem">A file cannot be read.</exception>
    public async Task<IReadOnlyList<string>> SendAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            files = await IsEmptyAsync(cancellationToken) ? Directory.GetFiles(SamplesFolder).Order(StringComparer.Ordinal).ToArray() : [];

        var named = Name(files);
        await Parallel.ForEachAsync(
            named,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallel, CancellationToken = cancellationToken },
            async (file, token) =>
            {
                var content = await ReadAsync(file.Value, token);
                var etag = await articles.WriteAsync(file.Key, content, null, token);
                dispatcher.Notify(file.Key, etag, content.Length);
            });
        return [.. named.Keys];
    }

    /// <summary>Names by file name; files of one name in several folders keep as much of the path as tells them apart.</summary>
    internal static IReadOnlyDictionary<string, string> Name(IReadOnlyList<string> files)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in files.Select(Path.GetFullPath).Distinct().GroupBy(Path.GetFileName, StringComparer.Ordinal))
        {
            var depth = 1;
            while (group.Select(f => Tail(f, depth)).Distinct(StringComparer.Ordinal).Count() < group.Count())
                depth++;
            foreach (var file in group)
                named[Tail(file, depth)] = file;
        }

        return named;
    }

    private static string Tail(string file, int depth)
        => string.Join('/', file.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)[^Math.Min(depth, Count(file))..]);

    private static int Count(string file) => file.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Length;

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in articles.ListAsync(cancellationToken))
            return false;
        return true;
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"{file} cannot be read ({e.Message}); check its rights and size.", e);
        }
    }
}

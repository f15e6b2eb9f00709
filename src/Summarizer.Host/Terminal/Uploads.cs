using Microsoft.Extensions.Options;
using Spectre.Console;
using Summarizer.Host.Commands;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Host.Terminal;

/// <summary>Puts the files named at the start, or the samples, into the container.</summary>
internal sealed class Uploads(
    ArticleStore articles, Samples samples, IArticleDispatcher dispatcher, IOptions<ArticlesOptions> options)
{
    /// <summary>Uploads and returns the articles' names; none when there was nothing to upload.</summary>
    /// <param name="files">What to upload; where none are named, the samples, if they are due.</param>
    /// <param name="ownEmulator">Whether the storage is an emulator that the Host chose itself.</param>
    /// <param name="cancellationToken">Cancels the uploads.</param>
    /// <exception cref="CommandException">A file cannot be read.</exception>
    public async Task<IReadOnlyList<string>> SendAsync(
        IReadOnlyList<string> files, bool ownEmulator, CancellationToken cancellationToken)
    {
        var first = ownEmulator && !await samples.AreMarkedAsync(cancellationToken);
        var named = Name(files.Count > 0 || !first ? files : await samples.MissingAsync(cancellationToken));
        if (files.Count == 0 && named.Count > 0)
            AnsiConsole.WriteLine($"Uploading {named.Count} samples, this first time.");
        await Parallel.ForEachAsync(
            named,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallel, CancellationToken = cancellationToken },
            async (file, token) =>
            {
                var content = await ReadAsync(file.Value, token);
                var etag = await articles.WriteAsync(file.Key, content, null, token);
                dispatcher.Notify(file.Key, etag, content.Length);
            });
        // Last, so that uploads that were interrupted are taken up again.
        if (first)
            await samples.MarkAsync(cancellationToken);
        return [.. named.Keys];
    }

    /// <summary>The names of all articles.</summary>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken)
        => articles.ListAsync(cancellationToken).Select(article => article.Name);

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
        => string.Join(
            '/', file.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)[^Math.Min(depth, Count(file))..]);

    private static int Count(string file) => file.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Length;

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} cannot be read ({e.Message}); check its rights and size.", e);
        }
    }
}

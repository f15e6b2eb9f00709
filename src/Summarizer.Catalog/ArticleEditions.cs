using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Writing;
using Summarizer.Editions;

namespace Summarizer.Catalog;

/// <summary>Finds the other editions of an article, and what is derived from the same text.</summary>
public static class ArticleEditions
{
    /// <summary>Texts compared, those that share most first.</summary>
    private const int MostCompared = 50;

    /// <summary>Characters of texts compared.</summary>
    private const long MostText = 20_000_000;

    /// <summary>Editions and derived texts told of.</summary>
    private const int MostFound = 20;

    /// <summary>The articles that share their text with one, the most similar first.</summary>
    /// <param name="index">The catalog.</param>
    /// <param name="name">The article.</param>
    /// <param name="text">Its text.</param>
    /// <param name="cancellationToken">Cancels the wait, and the search.</param>
    public static Task<IReadOnlyList<FoundEdition>> EditionsAsync(
        this ArticleCatalog index, string name, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.AskAsync(
            async core => (IReadOnlyList<FoundEdition>)await core.Database
                .ReadAsync(s => Find(s, name, text, cancellationToken), cancellationToken).ConfigureAwait(false),
            cancellationToken);
    }

    private static List<FoundEdition> Find(Session session, string name, string text, CancellationToken cancellationToken)
    {
        var shingles = TextShingles.From(text, cancellationToken);
        var alike = session.Rows(
            Sql.Alike, r => r.GetInt64(0), ("$hashes", EditionTables.Hashes(shingles)), ("$id", -1L),
            ("$most", EditionTables.MostOfHash - 1), ("$fewest", 1), ("$limit", MostCompared));
        var (found, compared) = (new List<FoundEdition>(), 0L);
        foreach (var id in alike)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (session.Value(Sql.NameOfText, ("$id", id)) is not string other || other == name
                || session.Value(Sql.Text, ("$id", id)) is not string otherText || (compared += otherText.Length) > MostText)
                continue;
            var match = TextShingles.From(otherText, cancellationToken).CompareTo(shingles);
            if (match.Label != EditionLabel.Different)
                found.Add(new FoundEdition(other, match));
        }

        return
        [
            .. found.OrderByDescending(f => f.Match.Label).ThenByDescending(f => f.Match.Similarity)
                .ThenBy(f => f.Name, StringComparer.Ordinal).Take(MostFound),
        ];
    }
}

/// <summary>An article that shares its text with another.</summary>
public sealed record FoundEdition(string Name, EditionMatch Match);

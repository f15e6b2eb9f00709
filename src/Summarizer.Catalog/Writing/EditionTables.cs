using System.Globalization;
using Summarizer.Catalog.Sqlite;
using Summarizer.Editions;

namespace Summarizer.Catalog.Writing;

/// <summary>Which articles are editions of one work: they share its name in the database, and count once.</summary>
/// <remarks>
/// A text finds those like it by the smallest hashes of its shingles, and is compared with those that share most of them: never
/// with all. Works are joined the smaller to the larger, so that what an article costs does not grow with how many are alike.
/// </remarks>
internal static class EditionTables
{
    /// <summary>Articles looked at of those that share a hash: beyond these it is a phrase that everyone uses.</summary>
    public const int MostOfHash = 64;

    /// <summary>Editions share a third of their shingles, and so about as much of their samples.</summary>
    private const int FewestCommon = 3;

    /// <summary>Texts compared with a new one.</summary>
    private const int MostCompared = 8;

    /// <summary>Counts an article that is shown from now on.</summary>
    public static void Join(Session session, long id, string work)
    {
        var articles = session.Number(Sql.CountWork, ("$work", work));
        if (articles == 2)
            session.Run(Sql.SetWorkOfAllStances, ("$work", work));
        else if (articles > 2)
            session.Run(Sql.SetWorkOfStances, ("$work", work), ("$id", id));
    }

    /// <summary>Counts an article no more.</summary>
    public static void Leave(Session session, string work)
    {
        session.Run(Sql.UncountWork, ("$work", work));
        session.Run(Sql.DeleteEmptyWork, ("$work", work));
    }

    /// <summary>Takes over a text, and joins its article with those of which it is an edition.</summary>
    public static void Put(Session session, long id, string text)
    {
        var shingles = TextShingles.From(text, CancellationToken.None);
        var hashes = Hashes(shingles);
        session.Run(Sql.AddShingles, ("$id", id), ("$hashes", hashes));
        if (session.Value(Sql.WorkOf, ("$id", id)) is not string work)
            return;
        var alike = session.Rows(
            Sql.Alike, r => r.GetInt64(0), ("$hashes", hashes), ("$id", id), ("$most", MostOfHash - 1), ("$fewest", FewestCommon),
            ("$limit", MostCompared));
        foreach (var other in alike)
        {
            if (session.Value(Sql.WorkOf, ("$id", other)) is string otherWork && otherWork != work
                && session.Value(Sql.Text, ("$id", other)) is string otherText
                && TextShingles.From(otherText, CancellationToken.None).CompareTo(shingles).Label == EditionLabel.Edition)
                work = Merge(session, work, otherWork);
        }
    }

    /// <summary>Forgets the text that is known of an article.</summary>
    public static void Remove(Session session, long id)
    {
        if (session.Value(Sql.Text, ("$id", id)) is string text)
            session.Run(Sql.DeleteShingles, ("$id", id), ("$hashes", Hashes(TextShingles.From(text, CancellationToken.None))));
    }

    /// <summary>The sample of a text, as JSON.</summary>
    public static string Hashes(TextShingles shingles)
    {
        var hashes = new string[shingles.Sketch.Length];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = unchecked((long)shingles.Sketch[i]).ToString(CultureInfo.InvariantCulture);
        return $"[{string.Join(',', hashes)}]";
    }

    private static string Merge(Session session, string one, string other)
    {
        var (ofOne, ofOther) = (Articles(session, one), Articles(session, other));
        var (from, to, moved) = ofOne <= ofOther ? (one, other, ofOne) : (other, one, ofOther);
        if (ofOne + ofOther == 2)
            session.Run(Sql.SetWorkOfAllStances, ("$work", to));
        foreach (var id in session.Rows(Sql.IdsOfWork, r => r.GetInt64(0), ("$work", from)))
            session.Run(Sql.SetWorkOfStances, ("$work", to), ("$id", id));
        session.Run(Sql.MoveWork, ("$from", from), ("$to", to));
        session.Run(Sql.DeleteWork, ("$work", from));
        session.Run(Sql.AddToWork, ("$work", to), ("$articles", moved));
        return to;
    }

    private static long Articles(Session session, string work) => session.Number(Sql.ArticlesOfWork, ("$work", work));
}

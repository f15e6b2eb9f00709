using System.Globalization;
using Summarizer.Catalog.Search;
using Summarizer.Catalog.Sqlite;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog.Writing;

/// <summary>The searchable words of one article, and its text for what a search shows of it.</summary>
internal static class WordTable
{
    /// <summary>
    /// Before the number of a name among the searchable words: a private-use character, which no text brings into them.
    /// </summary>
    public const char Number = '\uE000';

    /// <summary>Puts the words of an article that waits.</summary>
    public static void Put(Session session, long id, string name)
    {
        Delete(session, id);
        Add(session, id, ListItem.Pending(name), [], [], "");
    }

    /// <summary>Puts the words of a result, with those of the text where that is known.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="id">The article.</param>
    /// <param name="entry">Its result.</param>
    /// <param name="names">The numbers of the names of its targets.</param>
    /// <param name="isNew">Whether the article has no words yet.</param>
    public static void Put(Session session, long id, PreparedEntry entry, IEnumerable<long> names, bool isNew)
    {
        if (!isNew)
            session.Run(Sql.DeleteWords, ("$id", id));
        var words = entry.TextWords;
        if (entry.Text is { } text)
            session.Run(Sql.SetText, ("$id", id), ("$text", text));
        else if (!isNew && session.Value(Sql.Text, ("$id", id)) is string known)
            words = WordSplitter.Join(known);
        Add(session, id, entry.Item, entry.Stances.Select(s => s.Target), names, words ?? "");
    }

    /// <summary>Puts the words of a text that was read after the rest.</summary>
    public static void Put(Session session, long id, ListItem item, string text)
    {
        session.Run(Sql.DeleteWords, ("$id", id));
        session.Run(Sql.SetText, ("$id", id), ("$text", text));
        Add(
            session, id, item, StanceTables.Of(session, id).Select(s => s.Target), StanceTables.NamesOf(session, id),
            WordSplitter.Join(text));
    }

    public static void Delete(Session session, long id)
    {
        session.Run(Sql.DeleteWords, ("$id", id));
        session.Run(Sql.DeleteText, ("$id", id));
    }

    private static void Add(Session session, long id, ListItem item, IEnumerable<string> targets, IEnumerable<long> names, string words)
        => session.Run(
            Sql.AddWords, ("$id", id), ("$title", WordSplitter.Join(item.Title)), ("$headline", WordSplitter.Join(item.Headline)),
            ("$name", WordSplitter.Join(item.Name)), ("$publisher", WordSplitter.Join(item.Publisher)),
            ("$targets", string.Join(' ', targets.Distinct(StringComparer.Ordinal).Select(WordSplitter.Join))), ("$text", words),
            ("$numbers", string.Join(' ', names.Distinct().Select(n => Number + n.ToString(CultureInfo.InvariantCulture)))));
}

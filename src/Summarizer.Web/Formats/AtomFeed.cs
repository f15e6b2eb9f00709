using System.Globalization;
using System.Text;
using System.Xml;
using Summarizer.Catalog;
using Summarizer.Storage.Entries;
using Summarizer.Web.Endpoints;

namespace Summarizer.Web.Formats;

/// <summary>New results as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Characters that XML cannot hold, escaped or not, are left out.</summary>
    /// <param name="address">Where it is served.</param>
    /// <param name="items">Newest first.</param>
    /// <param name="now">The feed's time when it has no entry.</param>
    public static byte[] Create(FeedAddress address, IReadOnlyList<ArticleItem> items, DateTime now)
    {
        var site = address.Site;
        using var feed = new MemoryStream();
        using (var xml = XmlWriter.Create(feed, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "title", "Summarizer: new results");
            Element(xml, "id", site + ApiRoutes.Feed);
            Link(xml, "self", site + ApiRoutes.Feed + address.Query);
            if (address.Next is { } next)
                Link(xml, "next", site + ApiRoutes.Feed + next);
            Link(xml, "alternate", site);
            Element(xml, "updated", Time(items.Count > 0 ? items[0].ProcessedAt ?? now : now));
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "Summarizer");
            xml.WriteEndElement();
            foreach (var item in items)
                Entry(xml, site, item, now);
            xml.WriteEndElement();
        }

        return feed.ToArray();
    }

    private static void Entry(XmlWriter xml, string site, ArticleItem item, DateTime now)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "title", item.Title ?? item.Name);
        Element(xml, "id", site.TrimEnd('/') + ApiRoutes.For(item.Name));
        Link(xml, "alternate", $"{site}#/article/{Uri.EscapeDataString(item.Name)}");
        Element(xml, "updated", Time(item.ProcessedAt ?? now));
        if (item.PublishedOn is { } day)
            Element(xml, "published", Time(day.ToDateTime(default, DateTimeKind.Utc)));
        if (item.Publisher is { } publisher)
        {
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", publisher);
            xml.WriteEndElement();
        }

        foreach (var stance in item.Stances.DistinctBy(s => (s.Target, s.Holder, s.Stance)))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Allowed(stance.Target));
            // In words, as RFC 4287 has it: "against (author, 0.71)".
            xml.WriteAttributeString("label", Allowed(FormattableString.Invariant(
                $"{Csv.Word(stance.Stance)} ({stance.Holder}, {stance.Confidence:0.00})")));
            xml.WriteEndElement();
        }

        Element(xml, "summary", item.Headline ?? (item.Status == ListStatus.Failed ? "It could not be summarised." : ""));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Allowed(text));

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
                allowed.Append(rune);
        }

        return allowed.ToString();
    }
}

/// <param name="Site">The address of the page, with a slash at its end.</param>
/// <param name="Query">What was asked for, with its question mark; empty for everything.</param>
/// <param name="Next">The same of the page after this one (RFC 5005); null at the end.</param>
internal readonly record struct FeedAddress(string Site, string Query, string? Next);

using System.Buffers;

namespace Summarizer.Reading.Html;

/// <summary>Marks what templates say is no article: by tag, role and the words in class and id.</summary>
internal static class Exclusions
{
    // An element that holds most of a page's prose is not what its class says.
    private const double MostProse = 0.5;

    // The same for an element around one that is named as the body.
    private const double MostBody = 0.25;

    /// <param name="page">Elements that are no article get their reason.</param>
    /// <param name="byName">Whether class and id count, or only tags and roles.</param>
    /// <param name="cancellationToken">Cancels the marking.</param>
    public static void Mark(Page page, bool byName, CancellationToken cancellationToken)
    {
        Measure(page);
        var total = page.Elements.Count == 0 ? 0 : page.Elements[0].Prose;
        var bodies = Bodies(page);
        for (var i = 0; i < page.Elements.Count; i++)
            page.Elements[i].Excluded = null;
        var index = -1;
        foreach (var element in page.Elements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            index++;
            if (element.Excluded is null && element.Parent >= 0)
                element.Excluded = page.Elements[element.Parent].Excluded;
            if (element.Excluded is not null)
                continue;
            var reason = ByTag(page, element) ?? (byName ? Words.Reason(element.Marks) : null);
            if (reason is not null && element.Prose <= total * MostProse && bodies[index] <= total * MostBody)
                element.Excluded = reason;
        }
    }

    /// <summary>For each element the prose of the largest element in it that is named as a body.</summary>
    private static int[] Bodies(Page page)
    {
        var bodies = new int[page.Elements.Count];
        for (var i = bodies.Length - 1; i >= 0; i--)
        {
            var element = page.Elements[i];
            if (element.Prose > 0 && Words.NameBody(element.Marks))
                bodies[i] = Math.Max(bodies[i], element.Prose);
            if (element.Parent >= 0)
                bodies[element.Parent] = Math.Max(bodies[element.Parent], bodies[i]);
        }

        return bodies;
    }

    /// <summary>Sums characters, links and prose up the tree.</summary>
    private static void Measure(Page page)
    {
        if (page.Elements.Count == 0 || page.Elements[0].Characters > 0)
            return;
        foreach (var block in page.Blocks)
        {
            var element = page.Elements[block.Element];
            element.Characters += block.Text.Length;
            element.LinkCharacters += Math.Min(block.LinkCharacters, block.Text.Length);
            element.Prose += block.IsProse ? block.Text.Length - Math.Min(block.LinkCharacters, block.Text.Length) : 0;
        }

        for (var i = page.Elements.Count - 1; i > 0; i--)
        {
            var element = page.Elements[i];
            var parent = page.Elements[element.Parent];
            parent.Characters += element.Characters;
            parent.LinkCharacters += element.LinkCharacters;
            parent.Prose += element.Prose;
        }
    }

    private static BoilerplateReason? ByTag(Page page, PageElement element) => element.Tag switch
    {
        "nav" or "menu" or "noscript" => BoilerplateReason.Navigation,
        "aside" => BoilerplateReason.Related,
        "footer" => BoilerplateReason.Navigation,
        "button" => BoilerplateReason.Share,
        "form" when element.Characters < 600 => BoilerplateReason.Newsletter,
        "figcaption" or "figure" when element.Prose < 800 => BoilerplateReason.Metadata,
        "header" when element.Depth < 3 && page.Elements[0].Prose > 0 => BoilerplateReason.Navigation,
        _ => null,
    };

    /// <summary>Words of class, id and role, with what they stand for.</summary>
    internal static class Words
    {
        private static readonly (BoilerplateReason Reason, string[] Words)[] Groups =
        [
            (BoilerplateReason.Share, ["share", "sharing", "social", "addthis", "addtoany", "sharedaddy", "comment", "disqus", "respond", "reply", "livefyre", "feedback", "kommentar"]),
            (BoilerplateReason.Newsletter, ["newsletter", "subscribe", "subscription", "signup", "sign-up", "mailchimp", "mc_embed", "paywall-prompt", "paywall-offer", "piano", "regwall", "donate", "donation"]),
            (BoilerplateReason.Advert, ["advert", "sponsor", "promo", "adsense", "adslot", "ad-slot", "ad-container", "ad-wrapper", "banner", "taboola", "outbrain", "dfp-", "commercial", "affiliate"]),
            (BoilerplateReason.Related, ["related", "recommend", "read-more", "readmore", "more-stories", "more-on", "also-like", "trending", "popular", "most-read", "mostread", "sidebar", "side-bar", "rail", "widget", "teaser", "recirc", "suggest", "up-next", "next-post", "prev-post", "ticker", "headlines", "carousel", "slider"]),
            (BoilerplateReason.Navigation, ["breadcrumb", "navbar", "nav-", "-nav", "navigation", "menu", "pagination", "pager", "toolbar", "masthead", "site-header", "skip-link", "footer", "role-navigation", "role-search", "role-banner", "role-contentinfo", "role-complementary", "tags", "taglist", "tag-list", "topics", "category", "categories", "toc", "cookie", "gdpr", "consent", "modal", "popup", "overlay", "is-hidden", "screen-reader", "visually-hidden", "sr-only", "login", "search-form"]),
            (BoilerplateReason.Metadata, ["byline", "dateline", "author", "caption", "credit", "copyright", "timestamp", "posted-on", "post-meta", "entry-meta", "article-meta", "meta-info", "bio", "date", "headline", "article-header", "entry-header", "post-header"]),
            (BoilerplateReason.Disclaimer, ["disclaimer", "disclosure"]),
        ];

        private static readonly SearchValues<string> Any = SearchValues.Create([.. Groups.SelectMany(g => g.Words)], StringComparison.Ordinal);

        /// <summary>What templates call the element around the article's text.</summary>
        private static readonly SearchValues<string> Bodies = SearchValues.Create(
            ["itemprop-articlebody", "article-body", "article__body", "articlebody", "article-content", "article__content", "entry-content", "post-content", "post-body", "story-body", "story__body", "storybody", "article-text", "article_body", "content-body", "body-content", "story-content", "post__content", "articletext", "article__story"],
            StringComparison.Ordinal);

        public static bool NameBody(string marks) => marks.Length > 0 && marks.AsSpan().IndexOfAny(Bodies) >= 0;

        public static BoilerplateReason? Reason(string marks)
        {
            if (marks.Length == 0 || marks.AsSpan().IndexOfAny(Any) < 0)
                return null;
            foreach (var (reason, words) in Groups)
            {
                foreach (var word in words)
                {
                    if (Stands(marks, word))
                        return reason;
                }
            }

            return null;
        }

        /// <summary>At the start of a word, so that "upload" is no "load" and "download-rail" still a rail.</summary>
        private static bool Stands(string marks, string word)
        {
            for (var at = marks.IndexOf(word, StringComparison.Ordinal); at >= 0; at = marks.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || !char.IsLetter(marks[at - 1]) || !char.IsLetter(word[0]))
                    return true;
            }

            return false;
        }
    }
}

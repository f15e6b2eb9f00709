namespace Summarizer.Reading.BoilerplateRemoval;

/// <summary>How publishers speak about themselves, in lower case with straight apostrophes.</summary>
/// <param name="Lines">Whole lines.</param>
/// <param name="Openings">What opens a short notice.</param>
/// <param name="Signs">What several of make a notice, or one of outside the body.</param>
internal sealed record PhraseSet(BoilerplateReason Reason, string[] Lines, string[] Openings, string[] Signs);

/// <summary>English, German, French, Spanish, Italian and Portuguese; from reading many sites, not from a list.</summary>
internal static partial class BoilerplatePhrases
{
    public static IReadOnlyList<PhraseSet> All { get; } =
        [.. English, .. German, .. French, .. Spanish, .. Italian, .. Portuguese];

    private static PhraseSet[] English =>
    [
        new(BoilerplateReason.Newsletter,
            ["newsletter", "newsletters", "subscribe", "subscribe now", "sign up", "sign up now", "sign me up", "register",
             "log in", "sign in", "subscribe today", "email address", "enter your email", "your email address", "your email",
             "get our newsletter", "get the newsletter", "daily newsletter", "join our newsletter", "already a subscriber",
             "thank you for subscribing", "thanks for signing up", "create an account", "support us", "donate", "donate now"],
            ["sign up to", "sign up for", "sign up here", "signup for", "subscribe to", "subscribe for", "subscribe now", "get the best updates",
             "get the latest news", "get our daily", "get our weekly", "get our free", "get breaking news", "get the day's",
             "get email notifications", "get the news in your inbox", "join our mailing list", "join our newsletter", "join thousands", "join our community",
             "receive our", "want more stories like this", "like what you're reading", "enjoying this article", "already a subscriber",
             "already have an account", "not a subscriber", "please select at least one", "please enter a valid email", "enter your email",
             "by signing up", "by subscribing", "by clicking subscribe", "by entering your email", "by submitting", "you can unsubscribe",
             "you have successfully subscribed", "thanks for subscribing", "thank you for subscribing", "thank you for signing up",
             "never miss a", "don't miss a story", "our newsletter", "this newsletter is", "become a member", "become a subscriber", "become a patron", "our journalism needs your support", "if you enjoyed this article", "if you value", "let our news meet your inbox",
             "support our journalism", "support independent journalism", "support quality journalism", "make a donation", "to continue reading",
             "to read the full", "to read this article", "this article is for subscribers", "this content is for", "you have reached your limit",
             "you've reached your", "you have read your", "log in to", "please log in", "please sign in", "stay up to date with", "keep up with the latest",
             "start your day with", "delivered to your inbox"],
            ["unsubscribe", "to your inbox", "in your inbox", "our newsletter", "our newsletters", "our free newsletter", "mailing list", "mailchimp",
             "sign up", "subscribe", "your email", "by subscribing", "privacy policy", "terms of service", "terms of use", "create a free account",
             "start your free trial", "cancel anytime", "your subscription", "recaptcha", "our privacy notice", "your information will be"]),
        new(BoilerplateReason.Disclaimer,
            ["all rights reserved", "disclaimer", "terms of use", "terms and conditions", "privacy policy", "copyright", "terms of service",
             "privacy notice", "cookie policy", "legal notice", "corrections", "ethics policy"],
            ["copyright", "(c)", "©", "disclaimer", "all rights reserved", "all content copyright", "the views expressed", "views expressed", "the opinions expressed",
             "opinions expressed", "the views and opinions", "this article is republished", "this article was originally published", "this story was originally published",
             "this article originally appeared", "this article first appeared", "this story originally appeared", "this post originally appeared", "originally published", "republished with permission",
             "reprinted with permission", "the original source of this", "the original article can be", "read the original article", "this material may not be published", "this article may not be reproduced",
             "the contents of this article", "the information contained in", "this article is for informational purposes", "this article is for general information", "this site is protected",
             "this website uses cookies", "we use cookies", "this site uses cookies", "by using this site", "by continuing to use", "by continuing to browse", "nothing in this article", "past performance is",
             "the author has no position", "the author is a contributor", "not investment advice", "we may earn", "we may receive", "this post may contain affiliate",
             "this article contains affiliate", "if you buy something", "if you purchase a", "by using this site", "editor's note: this article was originally", "when you purchase through links", "every product is independently", "this is a rush transcript", "our editorial policy", "we have updated our",
             "published under a creative commons", "this work is licensed", "licensed under"],
            ["all rights reserved", "copyright owner", "copyrighted material", "fair use", "without permission", "sole responsibility of the author", "not be responsible for any",
             "do not necessarily reflect", "do not necessarily represent", "not necessarily those of", "grants permission", "cross-post", "for publication of", "may not be reproduced", "may not be published",
             "written permission", "not been specifically authorized", "without profit to those", "research and educational purposes", "terms and conditions", "this site contains", "material on this site", "this website",
             "opinions expressed in this", "views expressed in this", "expressed here are", "affiliate commission", "affiliate links", "creative commons", "© 20", "© 19", "(c) 20", "copyright 20", "copyright ©", "use of cookies",
             "is not responsible for", "no responsibility for", "not intended as advice", "does not constitute", "informational purposes only", "original source of this article"]),
        new(BoilerplateReason.Share,
            ["share", "share this", "share this article", "share this story", "share this post", "tweet", "facebook", "twitter", "linkedin", "whatsapp", "email", "print", "reddit", "pinterest", "telegram", "instagram",
             "youtube", "copy link", "link copied", "save", "bookmark", "follow us", "contact us", "contact", "share on facebook", "share on twitter", "share via email", "email this article", "print this article", "like this", "like",
             "comments", "comment", "leave a comment", "leave a reply", "post a comment", "add a comment", "no comments", "view comments", "show comments", "join the conversation", "flipboard", "messenger", "tumblr", "x", "bluesky", "threads",
             "like us on facebook", "follow us on twitter", "send", "e-mail", "sms", "pocket", "xing", "feedback", "report a mistake", "report an error", "discuss", "gift this article", "share full article"],
            ["share this", "share on", "share via", "share it on", "share your thoughts", "follow us on", "follow us @", "follow me on", "follow the author", "follow @", "like us on", "find us on", "join us on", "connect with us", "comment on", "leave a comment", "click to share", "view this post on", "a post shared by",
             "click here to share", "click to email", "let us know what you think", "tell us what you think", "what do you think? let", "have your say", "have a story", "have a news tip", "got a tip", "got a story", "do you have a story", "do you have a question", "for media inquiries", "for media enquiries", "for press inquiries", "media contact", "press contact", "contact us",
             "contact the author", "contact the writer", "contact the reporter", "contact:", "email the author", "to contact the", "to comment on this", "send us", "reach the reporter", "you can follow", "you can reach", "email us at", "send your letters", "letters to the editor", "tips?", "join the conversation", "join the discussion", "please share", "if you enjoyed this", "if you liked this", "spread the word", "print this", "view comments", "show comments", "read comments", "be the first to comment", "comments are closed", "comments closed", "your email address will not be published"],
            ["on facebook", "on twitter", "on instagram", "on telegram", "our facebook page", "share this", "follow us", "@gmail.com", "@yahoo.com", "for media inquiries", "contact us", "media contact:", "on whatsapp", "press office", "share via", "on linkedin"]),
        new(BoilerplateReason.Navigation,
            ["home", "menu", "search", "back to top", "top", "skip to content", "skip to main content", "next", "previous", "next article", "previous article", "next page", "previous page", "page", "close", "more", "see all", "view all", "show more", "load more", "loading",
             "skip", "next story", "previous story", "next post", "previous post", "back", "go back", "continue", "about us", "about", "sections", "main navigation", "breadcrumb", "you are here", "jump to", "in this article", "table of contents", "contents", "index", "archive", "tags", "topics", "categories", "filed under", "listen", "play", "pause", "play video", "watch", "expand", "collapse", "hide", "show", "settings", "edit", "scroll down", "click to expand", "tap to expand", "view gallery", "open gallery", "gallery"],
            ["you are here:", "jump to", "skip to", "back to top", "return to", "go to the", "listen to this article", "this browser does not support", "your browser does not support", "please enable javascript", "javascript is", "to view this video", "video player", "filed under", "posted in", "tagged", "tags:", "topics:", "categories:", "category:", "tag:", "keywords:", "page 1 of", "estimated reading time", "reading time"],
            ["enable javascript", "javascript is disabled", "your browser", "ad blocker", "adblocker"]),
        new(BoilerplateReason.Advert,
            ["advertisement", "advertisements", "advertising", "advert", "ad", "ads", "sponsored", "sponsored content", "promoted", "promoted content", "paid content", "story continues below", "story continues below advertisement", "article continues below", "article continues after advertisement", "continue reading below", "advertisement - scroll to continue", "scroll to continue", "article continues below advertisement", "scroll to continue with content", "report this ad", "continue reading the main story", "paid post", "shop now", "buy now", "learn more", "book now", "order now", "skip advertisement", "loading ad", "ad feedback", "sponsored by", "advertisement - continue reading below"],
            ["advertisement", "sponsored by", "story continues below", "article continues below", "article continues after", "continue reading below", "this content is sponsored", "promoted by", "buy now", "shop now", "use code", "special offer", "limited time offer", "scroll down to continue"],
            ["article continues after", "story continues after", "promo code", "special offer", "free shipping", "remove ads"]),
        new(BoilerplateReason.Related,
            ["read more", "read more here", "read also", "also read", "see also", "related", "related articles", "related stories", "related posts", "related content", "related topics", "related news", "related links", "related coverage", "more stories", "more news", "most read", "most popular", "most viewed", "trending", "trending now", "recommended", "recommended for you", "recommended stories", "recommended reading", "you may also like", "you might also like", "you may like", "don't miss", "latest news", "latest", "latest stories", "top stories", "popular", "editor's picks", "editors' picks", "further reading", "more from", "more on this story", "more on this", "more on this topic", "up next", "read next", "watch now", "what to read next", "in case you missed it", "from our partners", "from the web", "around the web", "must read", "must reads", "keep reading", "continue reading", "full story", "read the full story", "read full article", "learn more", "find out more", "more like this", "also in", "explore more", "suggested", "similar articles", "other stories", "popular posts", "recent posts", "top news", "best of", "recommended articles", "recommended by our editors", "from our editors", "editors' recommendations", "recommended videos", "read this next", "more in"],
            ["read more:", "read more about", "read more on", "read more from", "read also:", "read also", "also read", "also see", "see also:", "related:", "related article", "related stories", "related reading", "related content", "more:", "more from", "more on", "more about", "more stories", "recommended:", "read:", "read |", "read next", "watch:", "watch |", "watch now", "watch the", "listen:", "don't miss:", "don't miss", "must read:", "you may also", "you might also", "you may be interested", "you might be interested", "for more on", "for more stories", "for more information", "for more news", "for the latest", "click here", "click to read", "further reading", "in case you missed", "explore:", "join now", "download the", "download our", "get the app", "subscribe on", "next up:", "up next:", "next read", "opinion:", "trending:", "photos:", "see photos", "see more:", "keep reading", "continue reading", "here's a list", "check out our", "check out the latest", "read the full", "read full", "read our", "catch up on"],
            ["click here", "download the app", "download our app", "for more information", "read more"]),
        new(BoilerplateReason.Metadata,
            ["staff writer", "staff reporter", "file photo", "stock image", "photo", "image", "credit", "getty images", "ap photo", "reuters", "afp", "via getty images", "opinion", "exclusive", "breaking", "analysis", "updated", "published", "view image in fullscreen", "image caption", "media caption", "image source", "image copyright"],
            ["photo:", "photo by", "photos by", "photograph:", "photograph by", "photo credit", "photo courtesy", "photo illustration", "image:", "image by", "image credit", "image source", "image copyright", "image caption", "media caption", "images:", "picture:", "picture by", "credit:", "credits:", "file photo", "illustration:", "illustration by", "featured image", "header image", "cover photo", "published:", "published on", "published at", "updated:", "updated on", "updated at", "last updated", "last modified", "first published", "posted on", "posted by", "posted at", "date:", "author:", "written by", "story by", "by:", "reporting by", "additional reporting", "reporting for", "editing by", "edited by", "compiled by", "translated by", "with inputs from", "(with inputs from", "with agency inputs", "with files from", "articles by:", "region:", "theme:", "section:", "source:", "sources:", "via:", "min read", "minute read", "caption:", "video:", "citation:", "more information:", "journal information:", "journal reference", "provided by", "story source", "materials provided by", "cite this page", "doi:", "explore further", "summary:", "full story", "view image in", "enlarge this image", "click to enlarge", "enlarge"],
            ["/getty images", "getty images", "/ap photo", "ap photo/", "/afp via", "/reuters", "shutterstock", "istock", "photograph by", "image credit", "photo credit", "file photo", "associated press contributed", "contributed to this report", "contributed reporting", "editing by", "reporting by", "unsplash.com", "via ap)", "staff photographer"]),
    ];
}

namespace Summarizer.Catalog.Sqlite;

/// <summary>The tables. A file of another version is not converted: everything in it is made anew from the containers.</summary>
internal static class Schema
{
    /// <summary>Raised by every change of <see cref="Tables"/> or of what is put into them.</summary>
    private const long Version = 3;

    /// <summary>"Sumz": tells the catalog's files from those of other programs.</summary>
    private const long Application = 0x53756D7A;

    private const string Tables =
        """
        -- Every upload and every result, by the article's name.
        CREATE TABLE articles(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            blob TEXT UNIQUE,                      -- the result's, where it is not the name and .json
            version TEXT,                          -- the upload's ETag; NULL where none stands there
            result TEXT,                           -- the result's ETag; NULL where none stands there
            made_from TEXT,                        -- the upload's ETag that the result was made from
            held TEXT,                             -- the result's entry while it is not shown
            status INTEGER NOT NULL DEFAULT 0,     -- 0 not listed, 1 pending, 2 succeeded, 3 failed
            at INTEGER NOT NULL DEFAULT 0,         -- ticks of processing, UTC; the highest number while pending
            title TEXT, title_key TEXT NOT NULL DEFAULT '', headline TEXT, publisher TEXT, publisher_key TEXT,
            published INTEGER NOT NULL DEFAULT -1, -- such as 20180516
            failure TEXT,
            work TEXT,                             -- the same for articles that count as one
            reviewed INTEGER NOT NULL DEFAULT 0,   -- verdicts of reviewers that hold for it
            unread INTEGER NOT NULL DEFAULT 0      -- 1 until its text can be searched
        );
        CREATE INDEX articles_order ON articles(at DESC, name) WHERE status > 0;
        CREATE INDEX articles_status ON articles(status, at DESC, name);
        CREATE INDEX articles_publisher ON articles(publisher_key, at DESC, name) WHERE status > 0;
        CREATE INDEX articles_published ON articles(published DESC, name) WHERE status > 0;
        CREATE INDEX articles_title ON articles(title_key, name) WHERE status > 0;
        CREATE INDEX articles_reviewed ON articles(at DESC, name) WHERE reviewed > 0;
        CREATE INDEX articles_work ON articles(work) WHERE status = 2;
        CREATE INDEX articles_unread ON articles(id) WHERE unread = 1;

        -- How many articles count as one, by what they have in common.
        CREATE TABLE works(work TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;

        -- Samples of the texts' shingles, by which editions find each other.
        CREATE TABLE shingles(hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(hash, article)) WITHOUT ROWID;

        -- What reviewers judged, by the review's blob; claimed: what the engine claims, while their word stands in its place.
        CREATE TABLE reviews(
            blob TEXT PRIMARY KEY, name TEXT,      -- NULL for a blob that is no review
            etag TEXT NOT NULL,                    -- empty while one that is gone still shows
            review TEXT NOT NULL, claimed TEXT
        ) WITHOUT ROWID;

        -- Blobs among the results that are none, so that they are not read at every listing.
        CREATE TABLE strangers(blob TEXT PRIMARY KEY, etag TEXT NOT NULL) WITHOUT ROWID;

        -- The stances of results that are shown, with what matrix and timeline group them by.
        CREATE TABLE stances(
            article INTEGER NOT NULL, place INTEGER NOT NULL,
            name INTEGER NOT NULL, target INTEGER NOT NULL,
            stance INTEGER NOT NULL, author INTEGER NOT NULL, confidence REAL NOT NULL,
            verdict INTEGER NOT NULL DEFAULT 0,    -- 0 the engine's word; others are a reviewer's (ReviewMark, 8 where they disagree)
            publisher_key TEXT, published INTEGER NOT NULL,
            work TEXT,                             -- NULL where no other article is of the same work
            named TEXT NOT NULL, type INTEGER NOT NULL, mentions INTEGER NOT NULL, aliases TEXT NOT NULL,
            holder TEXT NOT NULL, quote TEXT,
            PRIMARY KEY(article, place)
        ) WITHOUT ROWID;
        CREATE INDEX stances_target
            ON stances(target, article, author, stance, confidence, publisher_key, published, work, verdict);
        CREATE INDEX stances_joined ON stances(target, article) WHERE work IS NOT NULL;
        CREATE INDEX stances_name ON stances(name);

        -- The names that articles give to targets, and the target that each stands for.
        CREATE TABLE names(
            id INTEGER PRIMARY KEY, key TEXT NOT NULL, type INTEGER NOT NULL, target INTEGER NOT NULL, UNIQUE(key, type)
        );
        CREATE INDEX names_target ON names(target);
        CREATE TABLE targets(
            id INTEGER PRIMARY KEY, ident TEXT NOT NULL UNIQUE, name TEXT NOT NULL, type INTEGER NOT NULL, articles INTEGER NOT NULL
        );
        CREATE INDEX targets_order ON targets(articles DESC, ident);
        CREATE TABLE target_words(word TEXT NOT NULL, target INTEGER NOT NULL, PRIMARY KEY(word, target)) WITHOUT ROWID;
        CREATE INDEX target_words_target ON target_words(target);

        -- What is searched: words as Search.WordSplitter gives them, and the names of the targets by number.
        CREATE VIRTUAL TABLE words USING fts5(
            title, headline, name, publisher, targets, text, numbers,
            content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
        );
        CREATE TABLE texts(article INTEGER PRIMARY KEY, text TEXT NOT NULL);

        CREATE TABLE facts(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
        """;

    /// <summary>Whether the database has the tables of this version.</summary>
    public static bool IsPresent(Session session)
        => session.Number("PRAGMA application_id") == Application && session.Number("PRAGMA user_version") == Version;

    /// <summary>Whether there is anything else in it.</summary>
    public static bool HasOther(Session session) => session.Number("SELECT COUNT(*) FROM sqlite_schema") > 0;

    public static void Make(Session session)
    {
        session.Run(Sql.Begin);
        session.Run(Tables);
        session.Run($"PRAGMA application_id = {Application}; PRAGMA user_version = {Version};");
        session.Run(Sql.Commit);
    }
}

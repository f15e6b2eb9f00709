namespace Summarizer.Catalog.Sqlite;

/// <summary>Every statement but those of lists, which <see cref="ListSql"/> puts together.</summary>
internal static class Sql
{
    /// <summary>Commits survive the end of the process at any moment; after a power failure the last of them may be missing.</summary>
    public const string ForFiles =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = FAST; "
        + "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864;";

    public const string ForReaders = "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;";

    public const string Begin = "BEGIN IMMEDIATE";
    public const string BeginReading = "BEGIN";
    public const string Commit = "COMMIT";
    public const string Rollback = "ROLLBACK";

    /// <summary>Looks at how the values lie, where that changed much, so that the right index is taken.</summary>
    public const string Optimize = "PRAGMA optimize = 0x10002";

    private const string ArticleColumns = "id, name, version, result, made_from, held, status, at";

    public const string FindArticle = $"SELECT {ArticleColumns} FROM articles WHERE name = $name";
    public const string FindArticleOfBlob = $"SELECT {ArticleColumns} FROM articles WHERE blob = $blob";
    public const string AddArticle = "INSERT INTO articles(name, blob) VALUES($name, $blob) RETURNING id";
    public const string DeleteArticle = "DELETE FROM articles WHERE id = $id";
    public const string SetVersion = "UPDATE articles SET version = $version WHERE id = $id";
    public const string SetResult = "UPDATE articles SET result = $result, made_from = $made_from WHERE id = $id";
    public const string SetResultVersion = "UPDATE articles SET result = $result WHERE id = $id";
    public const string ResultOfUnread = "SELECT result FROM articles WHERE id = $id AND unread = 1 AND result IS NOT NULL";
    public const string SetUnread = "UPDATE articles SET unread = $unread WHERE id = $id";

    public const string ShowPending =
        "UPDATE articles SET status = 1, at = $at, held = $held, title = NULL, title_key = $title_key, headline = NULL, "
        + "publisher = NULL, publisher_key = NULL, published = -1, failure = NULL, work = NULL, reviewed = 0, unread = 0 "
        + "WHERE id = $id";

    public const string Hide = "UPDATE articles SET status = 0, held = $held, work = NULL, unread = 0 WHERE id = $id";

    public const string Show =
        "UPDATE articles SET status = $status, at = $at, held = NULL, title = $title, title_key = $title_key, headline = $headline, "
        + "publisher = $publisher, publisher_key = $publisher_key, published = $published, failure = $failure, work = $work, "
        + "reviewed = $reviewed, unread = $unread WHERE id = $id";

    public const string Shown =
        "SELECT status, at, title, headline, publisher, published, failure, work, made_from, name FROM articles WHERE id = $id";

    public const string AddStance =
        "INSERT INTO stances(article, place, name, target, stance, author, confidence, verdict, publisher_key, published, named, type, "
        + "mentions, aliases, holder, quote) VALUES($article, $place, $name, $target, $stance, $author, $confidence, $verdict, "
        + "$publisher_key, $published, $named, $type, $mentions, $aliases, $holder, $quote)";

    public const string DeleteStances = "DELETE FROM stances WHERE article = $article";

    private const string StanceColumns = "named, type, mentions, aliases, holder, stance, confidence, quote, name, article";

    public const string Stances = $"SELECT {StanceColumns} FROM stances WHERE article = $article ORDER BY place";
    public const string AllStances = $"SELECT {StanceColumns} FROM stances ORDER BY article, place";

    // Works: articles that count as one.
    public const string CountWork =
        "INSERT INTO works(work, articles) VALUES($work, 1) ON CONFLICT(work) DO UPDATE SET articles = articles + 1 RETURNING articles";
    public const string UncountWork = "UPDATE works SET articles = articles - 1 WHERE work = $work";
    public const string DeleteEmptyWork = "DELETE FROM works WHERE work = $work AND articles < 1";
    public const string DeleteWork = "DELETE FROM works WHERE work = $work";
    public const string ArticlesOfWork = "SELECT articles FROM works WHERE work = $work";
    public const string AddToWork = "UPDATE works SET articles = articles + $articles WHERE work = $work";
    public const string WorkOf = "SELECT work FROM articles WHERE id = $id AND status = 2";
    public const string IdsOfWork = "SELECT id FROM articles WHERE work = $work AND status = 2";
    public const string MoveWork = "UPDATE articles SET work = $to WHERE work = $from AND status = 2";
    public const string SetWorkOfStances = "UPDATE stances SET work = $work WHERE article = $id";
    public const string SetWorkOfAllStances =
        "UPDATE stances SET work = $work WHERE article IN (SELECT id FROM articles WHERE work = $work AND status = 2)";

    // Editions.
    public const string AddShingles = "INSERT OR IGNORE INTO shingles(hash, article) SELECT value, $id FROM json_each($hashes)";
    public const string DeleteShingles = "DELETE FROM shingles WHERE article = $id AND hash IN (SELECT value FROM json_each($hashes))";
    public const string NameOfText = "SELECT name FROM articles WHERE id = $id AND status = 2";

    /// <summary>The articles that share most of some hashes; of a hash that many have, the first of them are looked at.</summary>
    public const string Alike =
        "SELECT s.article FROM json_each($hashes) h CROSS JOIN shingles s ON s.hash = h.value AND s.article <= COALESCE("
        + "(SELECT x.article FROM shingles x WHERE x.hash = h.value ORDER BY x.article LIMIT 1 OFFSET $most), 9223372036854775807) "
        + "WHERE s.article <> $id GROUP BY s.article HAVING COUNT(*) >= $fewest ORDER BY COUNT(*) DESC, s.article LIMIT $limit";

    // Reviews.
    public const string ReviewVersions = "SELECT blob, etag FROM reviews WHERE etag <> ''";
    public const string ReviewedName = "SELECT name FROM reviews WHERE blob = $blob";
    public const string Review = "SELECT review FROM reviews WHERE blob = $blob";
    public const string PutReview =
        "INSERT INTO reviews(blob, name, etag, review) VALUES($blob, $name, $etag, $review) "
        + "ON CONFLICT(blob) DO UPDATE SET name = excluded.name, etag = excluded.etag, review = excluded.review";
    public const string ClearReview = "UPDATE reviews SET etag = '', review = '' WHERE blob = $blob";
    public const string DeleteClearedReview = "DELETE FROM reviews WHERE blob = $blob AND etag = ''";
    public const string Claimed = "SELECT claimed FROM reviews WHERE blob = $blob";
    public const string SetClaimed = "UPDATE reviews SET claimed = $claimed WHERE blob = $blob";

    // What is searched.
    public const string DeleteWords = "DELETE FROM words WHERE rowid = $id";
    public const string AddWords =
        "INSERT INTO words(rowid, title, headline, name, publisher, targets, text, numbers) "
        + "VALUES($id, $title, $headline, $name, $publisher, $targets, $text, $numbers)";
    public const string SetText =
        "INSERT INTO texts(article, text) VALUES($id, $text) ON CONFLICT(article) DO UPDATE SET text = excluded.text";
    public const string Text = "SELECT text FROM texts WHERE article = $id";
    public const string DeleteText = "DELETE FROM texts WHERE article = $id";
    public const string Unread =
        "SELECT id, name, COALESCE(blob, name || '.json'), result FROM articles WHERE unread = 1 AND id > $after ORDER BY id LIMIT $limit";

    // Targets.
    public const string Names = "SELECT id, key, type, target FROM names";
    public const string Targets = "SELECT id, ident, articles FROM targets";
    public const string LastName = "SELECT COALESCE(MAX(id), 0) FROM names";
    public const string LastTarget = "SELECT COALESCE(MAX(id), 0) FROM targets";
    public const string PutName =
        "INSERT INTO names(id, key, type, target) VALUES($id, $key, $type, $target) ON CONFLICT(id) DO UPDATE SET target = excluded.target";
    public const string DeleteName = "DELETE FROM names WHERE id = $id";
    public const string MoveStances = "UPDATE stances SET target = $target WHERE name = $name AND target <> $target";
    public const string CountArticles = "SELECT COUNT(*) FROM (SELECT DISTINCT article FROM stances WHERE target = $target)";
    public const string TargetName = "SELECT name FROM targets WHERE id = $id";
    public const string TargetNameAndType = "SELECT name, type FROM targets WHERE id = $id";
    public const string DeleteTarget = "DELETE FROM targets WHERE id = $id";
    public const string DeleteOtherTarget = "DELETE FROM targets WHERE ident = $ident AND id <> $id";
    public const string PutTarget =
        "INSERT INTO targets(id, ident, name, type, articles) VALUES($id, $ident, $name, $type, $articles) "
        + "ON CONFLICT(id) DO UPDATE SET name = excluded.name, type = excluded.type, articles = excluded.articles";
    public const string DeleteTargetWords = "DELETE FROM target_words WHERE target = $id";
    public const string AddTargetWord = "INSERT OR IGNORE INTO target_words(word, target) VALUES($word, $target)";

    // Listings.
    public const string UploadVersion = "SELECT id, version FROM articles WHERE name = $name";
    public const string ResultVersion = "SELECT id, result FROM articles WHERE name = $name";
    public const string ResultVersionOfBlob = "SELECT id, result FROM articles WHERE blob = $blob";
    public const string LastArticle = "SELECT COALESCE(MAX(id), 0) FROM articles";
    public const string UploadIds = "SELECT id, name FROM articles WHERE version IS NOT NULL AND id <= $last";
    public const string ResultIds = "SELECT id, name FROM articles WHERE result IS NOT NULL AND id <= $last";
    public const string Orphans = "SELECT name FROM articles WHERE version IS NULL AND made_from IS NOT NULL";
    public const string HasOrphans = "SELECT EXISTS(SELECT 1 FROM articles WHERE version IS NULL AND made_from IS NOT NULL)";
    public const string StrangerVersion = "SELECT etag FROM strangers WHERE blob = $blob";
    public const string PutStranger =
        "INSERT INTO strangers(blob, etag) VALUES($blob, $etag) ON CONFLICT(blob) DO UPDATE SET etag = excluded.etag";
    public const string DeleteStranger = "DELETE FROM strangers WHERE blob = $blob";
    public const string Strangers = "SELECT blob FROM strangers";

    public const string Fact = "SELECT value FROM facts WHERE key = $key";
    public const string SetFact =
        "INSERT INTO facts(key, value) VALUES($key, $value) ON CONFLICT(key) DO UPDATE SET value = excluded.value";

    public const string UnreadCount = "SELECT COUNT(*) FROM articles WHERE unread = 1";
    public const string Succeeded = "SELECT COUNT(*) FROM articles WHERE status = 2";
}

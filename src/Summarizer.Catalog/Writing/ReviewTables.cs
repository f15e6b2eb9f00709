using System.Text.Json;
using Summarizer.Catalog.Sqlite;
using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Storage.Reviews;

namespace Summarizer.Catalog.Writing;

/// <summary>What reviewers judged: it stands in the place of the engine's word, which is kept beside.</summary>
internal static class ReviewTables
{
    /// <summary>Set beside a mark where reviewers disagree.</summary>
    public const int Disputed = 8;

    /// <summary>Takes over a review; returns the article that it is about, or was.</summary>
    public static string? Put(Session session, CatalogWork.Judged judged)
    {
        var before = (string?)session.Value(Sql.ReviewedName, ("$blob", judged.Blob));
        if (judged.ETag is null)
        {
            session.Run(Sql.ClearReview, ("$blob", judged.Blob));
            return before;
        }

        var name = judged.Review?.Name is { } own && ArticleName.ResultOf(own) == judged.Blob ? own : null;
        var json = name is null ? "" : JsonSerializer.Serialize(judged.Review!, ReviewJson.Stored.Review);
        session.Run(Sql.PutReview, ("$blob", judged.Blob), ("$name", name), ("$etag", judged.ETag), ("$review", json));
        return name ?? before;
    }

    /// <summary>The stances that count; the engine's are kept beside where others do.</summary>
    public static ReviewedStances Judge(Session session, string name, IReadOnlyList<StanceEntry> claimed)
    {
        var blob = ArticleName.ResultOf(name);
        if (session.Value(Sql.Review, ("$blob", blob)) is not string json)
            return ReviewedStances.From(claimed, null);
        if (json.Length == 0)
        {
            Withdraw(session, name);
            return ReviewedStances.From(claimed, null);
        }

        session.Run(
            Sql.SetClaimed, ("$claimed", JsonSerializer.Serialize(claimed, StorageJson.Compact.IReadOnlyListStanceEntry)), ("$blob", blob));
        var reviewed = ReviewedStances.From(claimed, JsonSerializer.Deserialize(json, ReviewJson.Stored.Review));
        return reviewed with
        {
            Stances = [.. reviewed.Stances.Select(s => s.Mark == ReviewMark.Added ? s with { Stance = PreparedEntry.Whole(s.Stance) } : s)],
        };
    }

    /// <summary>What the engine claims of an article that is shown, whatever reviewers judged.</summary>
    public static IReadOnlyList<StanceEntry> Claimed(Session session, long id, string name)
        => session.Value(Sql.Claimed, ("$blob", ArticleName.ResultOf(name))) is string json
            ? JsonSerializer.Deserialize(json, StorageJson.Compact.IReadOnlyListStanceEntry) ?? []
            : StanceTables.Of(session, id);

    /// <summary>The article is shown no more.</summary>
    public static void Withdraw(Session session, string name)
    {
        var blob = ArticleName.ResultOf(name);
        session.Run(Sql.SetClaimed, ("$claimed", null), ("$blob", blob));
        session.Run(Sql.DeleteClearedReview, ("$blob", blob));
    }

    /// <summary>A stance's mark as the database has it.</summary>
    public static int VerdictOf(ReviewedStance stance) => (int)stance.Mark | (stance.IsDisputed ? Disputed : 0);
}

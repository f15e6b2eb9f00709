using System.Collections.Immutable;
using System.Text.Json;
using Summarizer.Extractive.Entities;

namespace Summarizer.Extractive.Stances.Author;

/// <summary>
/// What decides the author's stance toward a target: its sentences, what stands around them, the rest of the article, and how
/// the article is told.
/// </summary>
internal enum AuthorFeature
{
    Favor,
    Against,
    Side,
    Sentences,
    BestFavor,
    BestAgainst,
    SecondFavor,
    SecondAgainst,
    TitleSide,
    InTitle,
    QuotedSide,
    QuotedSentences,
    Around,
    Whole,
    End,
    Title,
    FavorElsewhere,
    AgainstElsewhere,
    Person,
    Place,
    Topic,
    Salience,
    First,
    Linked,
    Length,
    Personal,
    Reporting,
    Urging,
    Exclaiming,
    Mourning,
    FirstMourning,
    Judging,
    JudgingSide,
    FirstWhole,
    FirstEnd,
    FirstTitle,
    TellingSide,
    TellingFirstWhole,
}

/// <summary>What an article says of one target, in all voices.</summary>
/// <param name="Target">The target.</param>
/// <param name="Author">What its author says.</param>
/// <param name="Quoted">What all others say.</param>
/// <param name="Around">The words of the sentences that name it, and of those after them that name nobody.</param>
/// <param name="IsFirst">No other is more salient.</param>
internal readonly record struct TargetReading(
    Target Target, StanceAggregate Author, SentenceTotals Quoted, Valence Around, bool IsFirst);

/// <summary>The values of <see cref="AuthorFeature"/>, each at its own number.</summary>
internal static class AuthorFeatures
{
    /// <summary>As the file of weights spells them: "favor-elsewhere".</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. Enum.GetNames<AuthorFeature>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>Sentences of no stance assumed beside those read, so that a single one does not decide alone.</summary>
    private const double OneTarget = 1, WholeArticle = 3;

    public static double[] Compute(in TargetReading reading, SentenceTotals article, AuthorVoice voice, int sentences)
    {
        var values = new double[Names.Length];
        void Set(AuthorFeature feature, double value) => values[(int)feature] = value;
        var (own, tone) = (reading.Author.Totals, voice.Tone);
        var side = own.Side / (own.Weight + OneTarget);
        Set(AuthorFeature.Favor, own.Favor / (own.Weight + OneTarget));
        Set(AuthorFeature.Against, own.Against / (own.Weight + OneTarget));
        Set(AuthorFeature.Side, side);
        Set(AuthorFeature.Sentences, Math.Log(1 + own.Weight));
        var (bestFavor, secondFavor) = reading.Author.Best(p => p.Favor);
        var (bestAgainst, secondAgainst) = reading.Author.Best(p => p.Against);
        Set(AuthorFeature.BestFavor, bestFavor);
        Set(AuthorFeature.SecondFavor, secondFavor);
        Set(AuthorFeature.BestAgainst, bestAgainst);
        Set(AuthorFeature.SecondAgainst, secondAgainst);
        Set(AuthorFeature.TitleSide, reading.Author.Title is { } title ? SentenceTotals.SideOf(title) : 0);
        Set(AuthorFeature.InTitle, reading.Author.Title is null ? 0 : 1);
        Set(AuthorFeature.QuotedSide, reading.Quoted.Side / (reading.Quoted.Weight + OneTarget));
        Set(AuthorFeature.QuotedSentences, Math.Log(1 + reading.Quoted.Weight));
        Set(AuthorFeature.Around, reading.Around.Balance);
        Set(AuthorFeature.Whole, voice.Whole.Balance);
        Set(AuthorFeature.End, voice.End.Balance);
        Set(AuthorFeature.Title, voice.Title.Balance);
        Set(AuthorFeature.FavorElsewhere, (article.Favor - own.Favor) / (article.Weight - own.Weight + WholeArticle));
        Set(AuthorFeature.AgainstElsewhere, (article.Against - own.Against) / (article.Weight - own.Weight + WholeArticle));
        Set(AuthorFeature.Person, reading.Target.Type == TargetType.Person ? 1 : 0);
        Set(AuthorFeature.Place, reading.Target.Type == TargetType.Place ? 1 : 0);
        Set(AuthorFeature.Topic, reading.Target.Type == TargetType.Topic ? 1 : 0);
        Set(AuthorFeature.Salience, reading.Target.Salience);
        var first = reading.IsFirst ? 1.0 : 0;
        Set(AuthorFeature.First, first);
        Set(AuthorFeature.Linked, Math.Log(1 + reading.Target.Linked.Count));
        Set(AuthorFeature.Length, Math.Log(1 + sentences));
        Set(AuthorFeature.Personal, tone.Personal);
        Set(AuthorFeature.Reporting, tone.Reporting);
        Set(AuthorFeature.Urging, tone.Urging);
        Set(AuthorFeature.Exclaiming, tone.Exclaiming);
        Set(AuthorFeature.Mourning, tone.Mourning);
        Set(AuthorFeature.FirstMourning, first * (reading.Target.Type == TargetType.Person ? tone.Mourning : 0));
        Set(AuthorFeature.Judging, tone.Judging);
        Set(AuthorFeature.JudgingSide, tone.Judging * side);
        Set(AuthorFeature.FirstWhole, first * voice.Whole.Balance);
        Set(AuthorFeature.FirstEnd, first * voice.End.Balance);
        Set(AuthorFeature.FirstTitle, first * voice.Title.Balance);
        var telling = 1 / (1 + tone.Reporting);
        Set(AuthorFeature.TellingSide, telling * side);
        Set(AuthorFeature.TellingFirstWhole, telling * first * voice.Whole.Balance);
        return values;
    }
}

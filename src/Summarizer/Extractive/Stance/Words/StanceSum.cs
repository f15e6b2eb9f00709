namespace Summarizer.Extractive.Stances.Words;

/// <summary>How much speaks for and against the target, each 0 and more; 1 is one plain word beside it.</summary>
internal readonly record struct StancePolarity(double Favor, double Against);

/// <summary>Adds up what the words of a sentence say of its target.</summary>
internal sealed class StanceSum(MarkedSentence sentence, bool isGerman)
{
    /// <summary>Tokens between a negator and what it turns.</summary>
    private const int NegationReach = 6;

    /// <summary>Tokens between a verb and the negator behind it; the German one stands at the end of the clause.</summary>
    private const int NegationBehind = 2, GermanNegationBehind = 8;

    /// <summary>What is left of praise and of blame that is negated: "no scandal" is hardly praise.</summary>
    private const double NegatedPraise = -0.9, NegatedBlame = -0.5;

    private const double Mild = 0.5, BadNews = 0.2;

    private const double Intensified = 1.3, Diminished = 0.6, BehindContrast = 1.2, BeforeContrast = 0.7, Conceded = 0.5;

    /// <summary>
    /// Tokens at which a word counts half, with other names in the sentence and alone; alone, it never counts less than half.
    /// </summary>
    private const double HalfWay = 8, HalfWayAlone = 24, LeastAlone = 0.5;

    /// <summary>For a word that stands nearer to another name, and for one in another clause.</summary>
    private const double OfAnother = 0.35, OtherClause = 0.85;

    /// <summary>For words of others: in a quotation beside the target, in what the target says, and behind a target that judges.</summary>
    private const double Quoted = 0.3, Said = 0.3, Judged = 0.25;

    /// <summary>Tokens on either side of a target that speaks which still describe it: "the corrupt mayor said".</summary>
    private const int OwnWords = 2;

    private readonly RoleFinder roles = new(sentence, isGerman);

    public StancePolarity Compute()
    {
        var others = DistancesToOtherNames();
        var contrast = LastContrast();
        var judging = roles.JudgingClause();
        var (favor, against) = (0.0, 0.0);
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (sentence[i].Class == WordClass.None)
                continue;
            var polarity = PolarityOf(i) * Weight(i, others[i - sentence.Start]);
            if (i > sentence.Last && sentence.Clause(i) == judging && !sentence[i].IsVerb)
                polarity *= Judged;
            if (contrast >= 0)
                polarity *= i > contrast ? BehindContrast : BeforeContrast;
            if (polarity > 0)
                favor += polarity;
            else
                against -= polarity;
        }

        return new StancePolarity(favor, against);
    }

    private double PolarityOf(int word)
    {
        var polarity = Base(word);
        if (IsNegated(word))
            polarity *= polarity > 0 ? NegatedPraise : sentence[word].Class == WordClass.Misfortune ? 0 : NegatedBlame;
        for (var i = word - 1; i >= Math.Max(sentence.Start, word - 2); i--)
        {
            if (sentence[i].Is(WordTraits.Intensifiers))
                return polarity * Intensified;
            if (sentence[i].Is(WordTraits.Diminishers))
                return polarity * Diminished;
        }

        return polarity;
    }

    private double Base(int word) => sentence[word].Class switch
    {
        WordClass.Praise => 1,
        WordClass.MildPraise => Mild,
        WordClass.Blame => -1,
        WordClass.MildBlame => -Mild,
        WordClass.Misfortune => -BadNews,
        WordClass.PraiseNext => IsNext(word) ? 1 : 0,
        WordClass.BlameNext => IsNext(word) ? -1 : 0,
        var verb => OfVerb(verb, roles.Of(word)),
    };

    /// <summary>Whoever does well or badly by himself may stand behind his verb, too.</summary>
    private static double OfVerb(WordClass verb, TargetRole role) => (verb, role) switch
    {
        (_, TargetRole.Neither) => 0,
        (WordClass.Commend, TargetRole.Object) => 1,
        (WordClass.Assail, TargetRole.Object) => -1,
        (WordClass.Support, TargetRole.Subject) => 0.8,
        (WordClass.Support, TargetRole.Object) => 0.2,
        (WordClass.Harm, TargetRole.Subject) => -1,
        (WordClass.Excel, TargetRole.Subject) => 1,
        (WordClass.MildExcel, TargetRole.Subject) => Mild,
        (WordClass.Fail, TargetRole.Subject) => -1,
        (WordClass.MildFail, TargetRole.Subject) => -Mild,
        (WordClass.Excel, _) => 0.3,
        (WordClass.Fail, _) => -0.3,
        _ => 0,
    };

    /// <summary>Whether the target follows within the clause, with little between.</summary>
    private bool IsNext(int word)
        => sentence.First > word && sentence.First - word <= NegationReach && sentence.Clause(word) == sentence.Clause(sentence.First);

    private bool IsNegated(int word)
    {
        for (var i = word - 1; i >= Math.Max(sentence.Start, word - NegationReach) && sentence.Clause(i) == sentence.Clause(word); i--)
        {
            if (sentence[i].Is(WordTraits.Negators))
                return true;
        }

        if (!sentence[word].IsVerb)
            return false;
        var reach = isGerman ? GermanNegationBehind : NegationBehind;
        for (var i = word + 1; i < Math.Min(sentence.End, word + reach + 1) && sentence.Clause(i) == sentence.Clause(word); i++)
        {
            if (sentence[i].Is(WordTraits.NegatorsBehind))
                return true;
        }

        return false;
    }

    private double Weight(int word, int toOther)
    {
        var distance = word < sentence.First ? sentence.First - word : word - sentence.Last;
        var weight = sentence.HasOtherNames
            ? HalfWay / (HalfWay + distance)
            : Math.Max(LeastAlone, HalfWayAlone / (HalfWayAlone + distance));
        if (toOther < distance && !sentence[word].IsVerb)
            weight *= OfAnother;
        if (sentence.Clause(word) != sentence.Clause(sentence.First))
            weight *= OtherClause;
        if (sentence.IsApartByQuotation(word))
            weight *= Quoted;
        else if (sentence.TargetSpeaks && distance > OwnWords)
            weight *= Said;
        return IsConceded(word) ? weight * Conceded : weight;
    }

    private bool IsConceded(int word)
    {
        for (var i = word - 1; i >= sentence.Start && sentence.Clause(i) == sentence.Clause(word); i--)
        {
            if (sentence[i].Is(WordTraits.Concession))
                return true;
        }

        return false;
    }

    private int LastContrast()
    {
        for (var i = sentence.End - 1; i > sentence.Start; i--)
        {
            if (sentence[i].Is(WordTraits.Contrast))
                return i;
        }

        return -1;
    }

    /// <summary>For each token the tokens to the nearest name beside the target's.</summary>
    private int[] DistancesToOtherNames()
    {
        var distances = new int[sentence.End - sentence.Start];
        var distance = int.MaxValue / 2;
        for (var i = 0; i < distances.Length; i++)
            distances[i] = distance = sentence.IsName(sentence.Start + i) ? 0 : distance + 1;
        for (var i = distances.Length - 2; i >= 0; i--)
            distances[i] = Math.Min(distances[i], distances[i + 1] + 1);
        return distances;
    }
}

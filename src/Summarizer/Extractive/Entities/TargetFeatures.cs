using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>What a name's mentions say about it: its type, whether it is a name at all, and how salient what it names is.</summary>
internal sealed class TargetFeatures
{
    /// <summary>Sentences from the first that make the lead.</summary>
    private const int LeadSentences = 3;

    /// <summary>The logarithm of one more than three: who labels three turns of an interview is somebody.</summary>
    private const double FewestLabels = 1.38;

    /// <summary>The least probability that such a label is a name.</summary>
    private const double LeastOfLabels = 0.8;

    private readonly AnalyzedText read;
    private readonly string? title;
    private readonly int most;
    private readonly int targets;
    private readonly bool[] isSmall;
    private readonly double sport;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public TargetFeatures(AnalyzedText read, string? title, List<NameGroup> groups, CancellationToken cancellationToken)
    {
        (this.read, this.title, targets) = (read, title, groups.Count);
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            most = Math.Max(most, group.Mentions.Count(m => !m.IsAdjective));
        }

        isSmall = new bool[read.Words.Count];
        var pace = new CancellationPace(cancellationToken);
        var words = 0;
        for (var t = 0; t < read.Tokens.Count; t++)
        {
            pace.Step();
            isSmall[read.Words[t]] |= read.Tokens[t].Shape == TokenShape.Lower;
            words += read.Tokens[t].Shape == TokenShape.Lower && read.Language.Sport.Contains(read.Word(t)) ? 1 : 0;
        }

        sport = Math.Min(1, words * 100.0 / Math.Max(100, read.Tokens.Count));
    }

    /// <summary>By name, in the order of the values.</summary>
    public static string[] Names { get; } = Enum.GetNames<Feature>();

    /// <summary>The value that is known only when pronouns and nouns are linked: 0 before.</summary>
    public static void SetLinked(Span<double> features, int linked) => features[(int)Feature.Linked] = Math.Log(1 + linked);

    /// <summary>How much a target is before the eye by its names alone: how often, and whether the title has it.</summary>
    public static double Prominence(ReadOnlySpan<double> features)
        => features[(int)Feature.Names] + (features[(int)Feature.InTitle] / 2) + (features[(int)Feature.InLead] / 4);

    /// <summary>It stands in headings, labels and rows of lists alone, and the title does not name it.</summary>
    public static bool IsHeadingOnly(ReadOnlySpan<double> features)
        => features[(int)Feature.InRunningText] == 0 && features[(int)Feature.InTitle] == 0
            && (features[(int)Feature.Names] < FewestLabels || features[(int)Feature.Probability] < LeastOfLabels);

    /// <summary>The gazetteer has it.</summary>
    public static bool IsKnown(ReadOnlySpan<double> features)
        => features[(int)Feature.IsKnownPlace] + features[(int)Feature.IsKnownBody] + features[(int)Feature.IsKnownThing] > 0;

    /// <summary>A product, a work or an event is a topic when the text comes back to it, or the title names it.</summary>
    public static bool IsReturnedTo(ReadOnlySpan<double> features)
        => features[(int)Feature.InTitle] > 0 || features[(int)Feature.Names] >= FewestLabels;

    /// <summary>It begins with a given name and has another word.</summary>
    public static bool HasGivenName(ReadOnlySpan<double> features)
        => features[(int)Feature.HasGivenName] > 0 && features[(int)Feature.Words] > 1;

    /// <summary>A title stands before it, and it looks like a person's name.</summary>
    public static bool IsTitledPerson(ReadOnlySpan<double> features)
        => features[(int)Feature.IsTitled] > 0 && features[(int)Feature.Person] >= 0.5;

    /// <summary>It has several words, and one of them says that it is a body: "Klinikum", "Consorzio".</summary>
    public static bool NamesBody(ReadOnlySpan<double> features)
        => features[(int)Feature.HasBody] > 0 && features[(int)Feature.Words] > 1;

    public static bool IsRepeated(ReadOnlySpan<double> features)
        => features[(int)Feature.Names] >= FewestLabels && features[(int)Feature.InRunningText] > 0.5;

    public static bool IsOnce(ReadOnlySpan<double> features) => features[(int)Feature.Once] > 0;

    public static bool IsOneWord(ReadOnlySpan<double> features) => features[(int)Feature.Words] == 1;

    /// <summary>Mean probability of its mentions that they are names, 0 to 1.</summary>
    public static double Probability(ReadOnlySpan<double> features) => features[(int)Feature.Probability];

    public double[] Compute(NameGroup group, IEnumerable<string> forms)
    {
        var features = new double[Names.Length];
        void Set(Feature feature, double value) => features[(int)feature] = value;
        void SetIf(Feature feature, bool value) => features[(int)feature] = value ? 1 : 0;
        var names = group.Mentions.Count(m => !m.IsAdjective);
        var first = group.Mentions[0].Sentence;
        var sentences = Math.Max(1, read.Sentences.Count);
        Set(Feature.Names, Math.Log(1 + names));
        Set(Feature.Adjectives, Math.Log(1 + group.Mentions.Count - names));
        SetIf(Feature.Once, names == 1);
        Set(Feature.OfMost, (double)names / Math.Max(1, most));
        SetIf(Feature.InTitle, title is not null && forms.Any(f => title.Contains(f, StringComparison.OrdinalIgnoreCase)));
        SetIf(Feature.InFirstSentence, first == 0);
        SetIf(Feature.InLead, first < LeadSentences);
        Set(Feature.Position, (double)first / sentences);
        Set(Feature.Spread, (double)(group.Mentions[^1].Sentence - first) / sentences);
        Set(Feature.Length, Math.Log(sentences));
        Set(Feature.Targets, Math.Log(targets));
        var (person, organization, place) = group.Types;
        Set(Feature.Person, person);
        Set(Feature.Organization, organization);
        Set(Feature.Place, place);
        Set(Feature.Probability, group.Certain / Math.Max(1, names));
        Set(Feature.Best, group.Best);
        SetContexts(group, features);
        SetWords(group, features);
        return features;
    }

    private void SetContexts(NameGroup group, double[] features)
    {
        void Set(Feature feature, Func<NameMention, bool> isSo)
            => features[(int)feature] = (double)group.Mentions.Count(isSo) / group.Mentions.Count;
        Set(Feature.InRunningText, m => !m.IsTentative);
        Set(Feature.OpensSentence, m => m.Span.Start <= read.Sentences[m.Sentence].Span.Start + 1);
        Set(Feature.AfterPreposition, m => read.Language.PlacePrepositions.Contains(Before(m)));
        Set(Feature.AfterArticle, m => Before(m) is "the" or "The");
        Set(Feature.BehindComma, m => m.Span.Start > 1 && read.Text[m.Span.Start - 2] == ',');
        Set(Feature.BeforeSpeech, m => AnyLanguage.SpeechVerbs.Contains(After(m)));
        Set(Feature.BeforePossessive, m => m.Span.End + 1 < read.Text.Length && WordTokenizer.IsApostrophe(read.Text[m.Span.End]));
        Set(Feature.BesidePronoun, BesidePronoun);
        Set(Feature.Aged, m => After(m) is [>= '0' and <= '9', >= '0' and <= '9']);
        Set(Feature.Quoted, m => m.Span.Start > 0 && read.Text[m.Span.Start - 1] is '"' or '“' or '„' or '«');
        Set(Feature.Bracketed, m => m.Span.Start > 0 && read.Text[m.Span.Start - 1] is '(' or '[');
        features[(int)Feature.IsTitled] = group.IsTitled ? 1 : 0;
        features[(int)Feature.SportPlace] = sport * group.Types.Place;
    }

    private void SetWords(NameGroup group, double[] features)
    {
        void SetIf(Feature feature, bool value) => features[(int)feature] = value ? 1 : 0;
        NameTraits TraitsOf(string word) => NameLexicon.Of(word, read.Language);
        var last = TraitsOf(group.Words[^1]);
        var first = TraitsOf(group.Words[0]);
        features[(int)Feature.Words] = Math.Min(4, group.Words.Length);
        SetIf(Feature.IsAcronym, NameWords.IsAcronym(group.Key));
        SetIf(Feature.HasGivenName, (first & NameTraits.GivenName) != 0);
        SetIf(Feature.HasSurname, (last & NameTraits.Surname) != 0);
        SetIf(Feature.EndsInBody, (last & NameTraits.Body) != 0);
        SetIf(Feature.HasBody, Array.Exists(group.Words, w => (TraitsOf(w) & NameTraits.Body) != 0));
        SetIf(Feature.EndsInPlace, (last & NameTraits.PlaceWord) != 0 && group.Words.Length > 1);
        SetIf(Feature.EndsInThing, (last & NameTraits.Thing) != 0 && group.Words.Length > 1);
        SetIf(Feature.HasDigit, group.Key.Any(char.IsDigit));
        SetIf(Feature.EndsInS, group.Key.EndsWith('s'));
        SetIf(Feature.IsCommon, Array.TrueForAll(group.Words, w => (TraitsOf(w) & (NameTraits.Common | NameTraits.Function)) != 0));
        SetIf(Feature.IsSmallElsewhere,
            group.Words.Length == 1 && read.Words.Find(group.Key) is var word and >= 0 && isSmall[word]);
        SetIf(Feature.IsKnownPlace, Gazetteer.TryFind(group.Key, out var known) && known.Type == TargetType.Place);
        SetIf(Feature.IsKnownBody, Gazetteer.TryFind(group.Key, out known) && known.Type == TargetType.Organization);
        SetIf(Feature.IsKnownThing, Gazetteer.TryFind(group.Key, out known) && known.Type == TargetType.Topic);
    }

    private ReadOnlySpan<char> Before(NameMention mention)
    {
        var token = read.TokenAt(mention.Span.Start) - 1;
        return token >= read.TokensOf(mention.Sentence).First ? read.Word(token) : default;
    }

    private ReadOnlySpan<char> After(NameMention mention)
    {
        var token = read.TokenAt(mention.Span.End - 1) + 1;
        return token < read.TokensOf(mention.Sentence).End ? read.Word(token) : default;
    }

    /// <summary>"Rehana left. She …" and "Rehana … her": a pronoun for people follows in the sentence before another capital.</summary>
    private bool BesidePronoun(NameMention mention)
    {
        var (_, end) = read.TokensOf(mention.Sentence);
        for (var i = read.TokenAt(mention.Span.End - 1) + 1; i < end && !read.Tokens[i].IsCapitalised; i++)
        {
            if (read.Language.Persons.Contains(read.Word(i)))
                return true;
        }

        return false;
    }

    /// <summary>The names are those of the weights in the file.</summary>
    private enum Feature
    {
        Names, Linked, Adjectives, Once, OfMost, InTitle, InFirstSentence, InLead, Position, Spread, Length, Targets, Person,
        Organization, Place, Probability, Best, InRunningText, OpensSentence, AfterPreposition, AfterArticle, BehindComma, BeforeSpeech,
        BeforePossessive, BesidePronoun, Aged, Quoted, Bracketed, IsTitled, SportPlace, Words, IsAcronym, HasGivenName, HasSurname,
        EndsInBody, HasBody, EndsInPlace, EndsInThing, HasDigit, EndsInS, IsCommon, IsSmallElsewhere, IsKnownPlace, IsKnownBody,
        IsKnownThing,
    }
}

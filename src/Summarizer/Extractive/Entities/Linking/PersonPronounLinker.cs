using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Linking;

/// <summary>
/// Pronouns for people in languages that no weights are trained for: linked where one person alone can be meant, the only one
/// named before it in the sentence, or, behind that sentence, the only one that the last sentence with a name has.
/// </summary>
internal sealed class PersonPronounLinker
{
    /// <summary>The precision of the same rule on the English documents of GUM's development part: 438 of 555.</summary>
    private const double Confidence = 0.79;

    private readonly AnalyzedText read;
    private readonly List<LinkedMention>?[] linked;
    private readonly Gender[] genders;
    private readonly List<(int Start, int Target)> persons = [];

    private PersonPronounLinker(AnalyzedText read, List<Target> targets)
    {
        this.read = read;
        linked = new List<LinkedMention>?[targets.Count];
        genders = new Gender[targets.Count];
        for (var t = 0; t < targets.Count; t++)
        {
            if (targets[t].Type != TargetType.Person)
                continue;
            foreach (var mention in targets[t].Mentions)
                persons.Add((mention.Span.Start, t));
        }

        persons.Sort();
    }

    /// <summary>What stands for each target, in the order of the text; null for those that nothing stands for.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<LinkedMention>?[] Link(AnalyzedText read, List<Target> targets, CancellationToken cancellationToken)
    {
        var linker = new PersonPronounLinker(read, targets);
        if (read.Language.Masculine.Count + read.Language.Feminine.Count > 0 && linker.persons.Count > 0)
            linker.Link(cancellationToken);
        return linker.linked;
    }

    private void Link(CancellationToken cancellationToken)
    {
        var person = 0;
        var before = -1;
        var pace = new CancellationPace(cancellationToken);
        for (var s = 0; s < read.Sentences.Count; s++)
        {
            var (first, end) = read.TokensOf(s);
            var (meant, only) = (before, true);
            var (named, opens) = (-1, false);
            for (var i = first; i < end; i++)
            {
                pace.Step();
                var start = read.Tokens[i].Span.Start;
                if (person < persons.Count && persons[person].Start <= start)
                {
                    var target = persons[person++].Target;
                    while (person < persons.Count && persons[person].Start <= start)
                        person++;
                    only = named < 0 || named == target;
                    opens |= named < 0 && IsOpening(first, i);
                    named = meant = target;
                }
                else if (GenderOf(read.Word(i)) is var gender and not Gender.Unknown && meant >= 0 && only && Agrees(meant, gender))
                {
                    (linked[meant] ??= []).Add(new LinkedMention(read.Tokens[i].Span, s, LinkKind.Pronoun, Confidence));
                }
            }

            before = !only || (HasGenderedNouns && !opens) ? -1 : meant;
        }
    }

    /// <summary>"Er" is any noun of its gender: it is a person's where the sentence right before began with that person.</summary>
    private bool HasGenderedNouns => read.Language.Has(LanguageTraits.CapitalisesNouns);

    /// <summary>Only words with capitals, such as titles, stand before it.</summary>
    private bool IsOpening(int first, int token)
    {
        for (var i = Math.Max(first, token - 4); i < token; i++)
        {
            if (!read.Tokens[i].IsCapitalised)
                return false;
        }

        return token - first <= 4;
    }

    /// <summary>The first pronoun settles what later ones must agree with.</summary>
    private bool Agrees(int target, Gender gender)
    {
        if (genders[target] == Gender.Unknown)
            genders[target] = gender;
        return genders[target] == gender;
    }

    private Gender GenderOf(ReadOnlySpan<char> word)
        => read.Language.Masculine.Contains(word) ? Gender.Masculine
            : read.Language.Feminine.Contains(word) ? Gender.Feminine : Gender.Unknown;
}

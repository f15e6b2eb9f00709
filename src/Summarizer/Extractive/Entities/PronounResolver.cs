namespace Summarizer.Extractive.Entities;

/// <summary>
/// "He" and "she" where one person alone can be meant: the only one named before it in the sentence, or, at a
/// sentence's start, the only one of the sentence before.
/// </summary>
internal sealed class PronounResolver
{
    private enum Gender
    {
        Masculine,
        Feminine,
    }

    private readonly AnalyzedText read;
    private readonly List<TargetMention>?[] found;
    private readonly Gender?[] genders;
    private readonly List<(int Start, int Target)> persons = [];

    private PronounResolver(AnalyzedText read, List<Target> targets)
    {
        this.read = read;
        found = new List<TargetMention>?[targets.Count];
        genders = new Gender?[targets.Count];
        for (var t = 0; t < targets.Count; t++)
        {
            if (targets[t].Type != TargetType.Person)
                continue;
            foreach (var mention in targets[t].Mentions)
                persons.Add((mention.Span.Start, t));
        }

        persons.Sort();
    }

    /// <summary>The pronouns that stand for each target, in the order of the text; null for those that none stands for.</summary>
    public static List<TargetMention>?[] Find(AnalyzedText read, List<Target> targets, CancellationToken cancellationToken)
    {
        var pronouns = new PronounResolver(read, targets);
        pronouns.Find(cancellationToken);
        return pronouns.found;
    }

    private void Find(CancellationToken cancellationToken)
    {
        var person = 0;
        var before = -1;
        for (var s = 0; s < read.Sentences.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, end) = read.TokensOf(s);
            var (meant, only) = (before, true);
            var named = -1;
            for (var i = first; i < end; i++)
            {
                var start = read.Tokens[i].Span.Start;
                if (person < persons.Count && persons[person].Start <= start)
                {
                    var target = persons[person++].Target;
                    while (person < persons.Count && persons[person].Start <= start)
                        person++;
                    only = named < 0 || named == target;
                    named = meant = target;
                }
                else if (GenderOf(read.Word(i)) is { } gender && meant >= 0 && only && Agrees(meant, gender))
                    (found[meant] ??= []).Add(new TargetMention(read.Tokens[i].Span, s, false));
            }

            before = only ? meant : -1;
        }
    }

    /// <summary>The first pronoun settles what later ones must agree with.</summary>
    private bool Agrees(int target, Gender gender) => (genders[target] ??= gender) == gender;

    private Gender? GenderOf(ReadOnlySpan<char> word)
        => read.Language.Masculine.Contains(word) ? Gender.Masculine : read.Language.Feminine.Contains(word) ? Gender.Feminine : null;
}

using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Finds names by their capitals, and says what their words give away about them.</summary>
internal sealed class EntityRecognizer
{
    private readonly AnalyzedText read;
    private readonly CapitalRuns runs;
    private readonly bool nounsAreCapitalised;
    private readonly WordSet stop;
    private readonly SmallWords small;
    private readonly List<NameGroup> found = [];
    private readonly Dictionary<string, NameGroup>.AlternateLookup<ReadOnlySpan<char>> byKey =
        new Dictionary<string, NameGroup>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private EntityRecognizer(AnalyzedText read, CancellationToken cancellationToken)
    {
        this.read = read;
        runs = new CapitalRuns(read);
        nounsAreCapitalised = read.Language.Has(LanguageTraits.CapitalisesNouns);
        stop = read.Language.FunctionWords;
        small = new SmallWords(read, cancellationToken);
    }

    /// <summary>The mentions in the order of the text, those written alike together, whatever their case.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<NameGroup> Find(AnalyzedText read, CancellationToken cancellationToken)
    {
        var finder = new EntityRecognizer(read, cancellationToken);
        for (var s = 0; s < read.Sentences.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            finder.FindIn(s);
        }

        return finder.found;
    }

    private void FindIn(int sentence)
    {
        var (first, end) = read.TokensOf(sentence);
        if (sentence == 0)
            first = runs.AfterDateline(first, end);
        for (var i = first; i < end; i++)
        {
            if (!runs.IsCapitalised(i))
            {
                if (!read.Language.Has(LanguageTraits.CapitalisesDemonyms))
                    TryKnown(i, i + 1, sentence);
                continue;
            }

            var stopAt = runs.EndOf(i, end);
            Resolve(i, stopAt, sentence, i == first);
            i = stopAt - 1;
        }
    }

    private void Resolve(int a, int b, int sentence, bool opensSentence)
    {
        var tentative = opensSentence || !read.Sentences[sentence].IsWhole;
        while (a < b && (stop.Contains(read.Word(a)) && !IsShortKnown(a) || IsCalendar(a)))
            a++;
        while (b > a && (IsCalendar(b - 1) || NameWords.IsJoint(read.Word(b - 1))))
            b--;
        if (a >= b || TryKnown(a, b, sentence))
            return;
        if (opensSentence && b - a > 1 && OpensBeforeName(a))
        {
            Resolve(a + 1, b, sentence, false);
            return;
        }

        if (b - a > 1 && IsBody(a, b))
        {
            Add(a, b, sentence, TargetType.Organization);
            return;
        }

        if (SplitAtTitle(a, b, sentence) || SplitAtKnown(a, b, sentence))
            return;
        AddUnknown(a, b, sentence, tentative);
    }

    /// <summary>"Moreover Roe", "Senior NHA officials": an ordinary word before what is a name without it.</summary>
    private bool OpensBeforeName(int a)
        => (small.Has(a) || IsCommon(a)) && !NameWords.IsTitle(read.Word(a)) && !NameWords.IsBody(read.Word(a))
            && (NameWords.IsGivenName(read.Word(a + 1)) || NameWords.IsTitle(read.Word(a + 1))
                || read.Tokens[a + 1].Shape == TokenShape.Upper
                || NameWords.IsKnownSurname(read.Word(a + 1)) || Gazetteer.TryFind(read.Word(a + 1), out _));

    private bool IsShortKnown(int token) => read.Tokens[token].Shape == TokenShape.Upper && Gazetteer.TryFind(read.Word(token), out _);

    private bool IsCalendar(int token) => NameWords.IsCalendar(read.Word(token));

    private bool IsCommon(int token) => read.Language.Has(LanguageTraits.HasCommonWords) && NameWords.IsCommon(read.Word(token));

    private bool TryKnown(int a, int b, int sentence)
    {
        if (b - a > Gazetteer.LongestName)
            return false;
        var span = SpanOf(a, b);
        // McDonald's: what looks like a possessive is part of the name.
        var brand = new TextSpan(span.Start, Math.Min(span.End + 2, read.Sentences[sentence].Span.End));
        if (brand.SliceOf(read.Text).EndsWith("s") && Gazetteer.TryFind(brand.SliceOf(read.Text), out var known))
            span = brand;
        else if (!Gazetteer.TryFind(span.SliceOf(read.Text), out known) || (!runs.IsCapitalised(a) && !known.IsAdjective))
            return false;
        Add(known.Key, new NameMention(span, sentence, known.Type, IsAdjective: known.IsAdjective));
        return true;
    }

    private bool IsBody(int a, int b)
    {
        if (NameWords.IsBody(read.Word(b - 1)))
            return !(nounsAreCapitalised && b - a == 2 && !read.Tokens[a].IsCapitalised);
        for (var i = a; i < b - 1; i++)
        {
            if (NameWords.IsBody(read.Word(i)) && !NameWords.IsTitle(read.Word(i))
                && (!runs.IsCapitalised(i + 1) || i > a || read.Tokens[i].Shape == TokenShape.Upper))
                return true;
        }

        return false;
    }

    /// <summary>"US President Donald Trump": what stands before the title, and the person behind it.</summary>
    private bool SplitAtTitle(int a, int b, int sentence)
    {
        for (var i = b - 1; i >= a; i--)
        {
            if (!NameWords.IsTitle(read.Word(i)))
                continue;
            var person = i + 1;
            // General Assembly, Major League: the word is no title here.
            if (person < b
                && (NameWords.IsBody(read.Word(person))
                    || (IsCommon(person) && b - person > 1 && !NameWords.IsGivenName(read.Word(person)))))
                continue;
            if (person + 1 < b && read.Word(person) is "of" && read.Word(i) is "Secretary")
                person += 2;
            var before = i;
            while (before > a && (NameWords.IsTitle(read.Word(before - 1)) || NameWords.IsJoint(read.Word(before - 1))))
                before--;
            if (person < b)
            {
                var named = b - person == 1 && NameWords.IsTitleOfName(read.Word(i)) ? i : person;
                if (!TryKnown(person, b, sentence) && !IsCalendar(person))
                    Add(named, b, sentence, TargetType.Person, titled: true);
            }

            if (before > a)
                Resolve(a, before, sentence, false);
            return true;
        }

        return false;
    }

    /// <summary>"American Richard Roe", "Paris Mayor": a known name and then another one.</summary>
    private bool SplitAtKnown(int a, int b, int sentence)
    {
        for (var length = Math.Min(3, b - a - 1); length > 0; length--)
        {
            if (!Gazetteer.TryFind(SpanOf(a, a + length).SliceOf(read.Text), out var known))
                continue;
            var next = read.Word(a + length);
            var isGivenName = length == 1 && NameWords.IsGivenName(read.Word(a));
            if (isGivenName || !(NameWords.IsGivenName(next) || Gazetteer.TryFind(SpanOf(a + length, b).SliceOf(read.Text), out _)))
                return false;
            TryKnown(a, a + length, sentence);
            Resolve(a + length, b, sentence, false);
            return true;
        }

        return false;
    }

    private void AddUnknown(int a, int b, int sentence, bool tentative)
    {
        // "Tourist Jane Roe": a description before the given name is not part of the name.
        for (var i = a + 1; i < b - 1; i++)
        {
            if (NameWords.IsGivenName(read.Word(i)) && !NameWords.IsGivenName(read.Word(a)) && read.Word(a).Length > 2)
            {
                Add(i, b, sentence, TargetType.Person);
                return;
            }
        }

        if (b - a == 1)
        {
            AddWord(a, sentence, tentative);
            return;
        }

        var given = NameWords.IsGivenName(read.Word(a));
        if (given || !nounsAreCapitalised)
            Add(a, b, sentence, given && b - a <= 4 ? TargetType.Person : null, tentative: tentative && !given);
    }

    /// <summary>"D-Penn.", "R-Ohio" behind a politician's name.</summary>
    private static bool IsPartyMark(ReadOnlySpan<char> word)
        => word.Length > 3 && word[0] is 'D' or 'R' or 'I' && word[1] == '-' && char.IsUpper(word[2]);

    private void AddWord(int a, int sentence, bool tentative)
    {
        var word = read.Word(a);
        if (NameWords.IsNoName(word) || NameWords.IsTitle(word) || word.Length < 2 || word.IndexOfAnyExcept("IVXLC") < 0
            || IsPartyMark(word))
            return;
        var acronym = read.Tokens[a].Shape == TokenShape.Upper;
        var given = NameWords.IsGivenName(word) || NameWords.IsKnownSurname(word);
        var plain = tentative && !acronym && !given;
        if (plain && small.Has(a))
            return;
        var weak = !acronym && (nounsAreCapitalised ? !NameWords.IsKnownSurname(word) : !given && IsCommon(a));
        Add(a, a + 1, sentence, given ? TargetType.Person : null, tentative: plain || weak);
    }

    private void Add(int a, int b, int sentence, TargetType? type, bool titled = false, bool tentative = false)
    {
        var span = SpanOf(a, b);
        Add(span.SliceOf(read.Text), new NameMention(span, sentence, type, titled, false, tentative));
    }

    /// <summary>One copy is made of each name, however often it stands there.</summary>
    private void Add(ReadOnlySpan<char> key, NameMention mention)
    {
        if (!byKey.TryGetValue(key, out var group))
        {
            byKey[key] = group = new NameGroup(key.ToString(), found.Count);
            found.Add(group);
        }

        group.Add(mention);
    }

    private TextSpan SpanOf(int a, int b) => new(read.Tokens[a].Span.Start, read.Tokens[b - 1].Span.End);
}

namespace Summarizer.Extractive.Entities.Linking;

/// <summary>One way through an article: whom it has met, and the candidates of what comes next.</summary>
internal sealed class LinkPass
{
    /// <summary>Words before and behind a name among which the nouns tied to it stand.</summary>
    private const int TieBefore = 3, TieBehind = 7;

    private readonly LinkText text;
    private readonly Candidate[] candidates;
    private readonly CandidateWindow window = new();
    private readonly SpeechState speech;
    private readonly PairFeatures features;
    private readonly LinkOptions options = new();
    private readonly List<Candidate> open = [];
    private readonly int[] foremost;

    public LinkPass(LinkText text, Candidate[] candidates, int density)
    {
        (this.text, this.candidates) = (text, candidates);
        speech = new SpeechState(text, density);
        features = new PairFeatures(text, speech);
        foremost = [.. candidates.Where(c => c.Prominence < c.Type switch { TargetType.Topic => 0, TargetType.Person => 3, _ => 1 })
            .Select(c => c.Number)];
    }

    public void Enter(int sentence) => speech.Enter(sentence, candidates);

    /// <summary>A name, or what an earlier way has linked.</summary>
    public void Meet(Naming naming)
    {
        var candidate = candidates[naming.Target];
        if (candidate.Type == TargetType.Topic)
            return;
        speech.FirstNamed ??= naming.Target;
        candidate.Meet(naming.Sentence, naming.Token, naming.Span.End, naming.Kind, naming.RoleIn(text), text.IsQuoted(naming.Token));
        window.Touch(naming.Target, candidate.Type);
        if (naming.Kind == MentionKind.Name)
            AddTies(naming, candidate);
    }

    public LinkChoice Choose(in Anaphor anaphor, ILinkChooser chooser)
    {
        open.Clear();
        if (anaphor.IsOfSpeaker)
            OpenSpeakers();
        else
            OpenRecent(anaphor);
        var gender = anaphor.Gender;
        if (gender != Gender.Unknown)
            open.RemoveAll(c => c.IsOfOther(gender));
        if (open.Count == 0)
            return LinkChoice.None;
        open.Sort((a, b) => b.LastToken != a.LastToken ? b.LastToken.CompareTo(a.LastToken) : a.Number.CompareTo(b.Number));
        var shared = SharedOf(anaphor);
        options.Clear();
        features.AddNone(options.None, anaphor, open.Count, shared);
        var rank = 0;
        foreach (var candidate in open)
        {
            features.Add(options.Add(candidate.Number), anaphor, candidate, rank, shared);
            rank += Fits(anaphor, candidate.Type) ? 1 : 0;
        }

        return chooser.Choose(anaphor, options);
    }

    /// <summary>Remembers a link, for what comes next.</summary>
    public void Link(in Anaphor anaphor, int target)
    {
        var candidate = candidates[target];
        speech.Link(anaphor, target);
        if (anaphor.IsOfSpeaker)
            return;
        var role = anaphor.Form == AnaphorForm.Possessive && !anaphor.IsDescription ? MentionRole.Possessive
            : anaphor.Token == anaphor.First ? MentionRole.Opening
            : anaphor.Form == AnaphorForm.Subject && !anaphor.IsDescription ? MentionRole.Subject : MentionRole.Other;
        var kind = anaphor.IsDescription ? MentionKind.Noun : MentionKind.Pronoun;
        candidate.Meet(anaphor.Sentence, anaphor.Token, anaphor.Span.End, kind, role, anaphor.IsQuoted);
        candidate.Add(anaphor.Gender, 1);
        window.Touch(target, candidate.Type);
        if (!anaphor.IsDescription)
            return;
        candidate.AddTie(anaphor.Word, Tie.Linked);
        window.Tie(anaphor.Word, target);
    }

    private PairFeatures.Shared SharedOf(in Anaphor anaphor)
    {
        var (rivals, hasTie, nearest, persons) = (0, false, 1000, 0);
        foreach (var candidate in open)
        {
            var distance = candidate.LastSentence < 0 ? 1000 : anaphor.Sentence - candidate.LastSentence;
            nearest = Math.Min(nearest, distance);
            rivals += distance <= 2 && Fits(anaphor, candidate.Type) ? 1 : 0;
            persons += candidate.Type == TargetType.Person ? 1 : 0;
            hasTie |= anaphor.IsDescription && candidate.TieTo(anaphor.Word) != Tie.None;
        }

        return new PairFeatures.Shared(rivals, hasTie, nearest, persons);
    }

    private static bool Fits(in Anaphor anaphor, TargetType type) => anaphor.Class switch
    {
        AnaphorClass.It => type is TargetType.Organization or TargetType.Place,
        AnaphorClass.They => type is TargetType.Organization or TargetType.Person,
        AnaphorClass.Noun => type == (anaphor.Kind switch
        {
            NounKind.Organization => TargetType.Organization,
            NounKind.Country or NounKind.City or NounKind.Place => TargetType.Place,
            _ => TargetType.Person,
        }),
        _ => type == TargetType.Person,
    };

    private void OpenRecent(in Anaphor anaphor)
    {
        var (persons, organizations, places) = (anaphor.Class, anaphor.Kind) switch
        {
            (AnaphorClass.HeOrShe, _) => (6, 0, 0),
            (AnaphorClass.It, _) => (0, 4, 4),
            (AnaphorClass.They, _) => (3, 4, 2),
            (_, NounKind.Organization) => (2, 5, 3),
            (_, NounKind.Country or NounKind.City or NounKind.Place) => (2, 3, 6),
            (_, NounKind.Thing) => (3, 4, 3),
            _ => (6, 3, 1),
        };
        Open(window.Recent(TargetType.Person, persons));
        Open(window.Recent(TargetType.Organization, organizations));
        Open(window.Recent(TargetType.Place, places));
        if (anaphor.IsDescription)
        {
            var (last, before) = window.TiedTo(anaphor.Word);
            Open(last);
            Open(before);
        }

        foreach (var number in foremost)
        {
            if (candidates[number].Seen > 0 && Fits(anaphor, candidates[number].Type))
                Open(number);
        }
    }

    private void OpenSpeakers()
    {
        Open(speech.Speaker);
        Open(speech.LastSpeaker);
        Open(speech.Label);
        Open(speech.FirstNamed);
        Open(window.Recent(TargetType.Person, 3));
        Open(foremost);
        open.RemoveAll(c => c.Type != TargetType.Person);
    }

    private void Open(ReadOnlySpan<int> targets)
    {
        foreach (var target in targets)
            Open(target);
    }

    private void Open(int? target)
    {
        if (target is { } number && open.Count < LinkOptions.Most && !open.Contains(candidates[number]))
            open.Add(candidates[number]);
    }

    /// <summary>The nouns and titles in a name and around it.</summary>
    private void AddTies(Naming naming, Candidate candidate)
    {
        var (first, end) = text.Read.TokensOf(naming.Sentence);
        var isPerson = candidate.Type == TargetType.Person;
        for (var i = naming.Token - 1; i >= Math.Max(first, naming.Token - TieBefore); i--)
        {
            if ((!text.IsNextAdjacent(i) && !(text.IsCommaNext(i) && i == naming.Token - 1)) || text[i].Role != WordRole.None)
                break;
            AddTie(candidate, text[i].Noun, Tie.Before);
            if (isPerson)
                candidate.Add(text[i].Title, 3);
        }

        var behind = naming.Token;
        for (; behind < end && text.Read.Tokens[behind].Start < naming.Span.End; behind++)
        {
            if (!isPerson)
                AddTie(candidate, text[behind].Noun, Tie.InName);
        }

        if (behind >= end || !(text.IsCommaNext(behind - 1) || text[behind].Role == WordRole.Copula))
            return;
        behind += text[behind].Role == WordRole.Copula ? 1 : 0;
        if (behind >= end || !(text[behind].Role == WordRole.Indefinite || text[behind].Determiner == Determiner.Article))
            return;
        for (var i = behind + 1; i < Math.Min(end, behind + TieBehind) && text.IsNextAdjacent(i - 1) && text[i].Role == WordRole.None; i++)
            AddTie(candidate, text[i].Noun, Tie.Behind);
    }

    private void AddTie(Candidate candidate, int noun, Tie tie)
    {
        if (noun == 0)
            return;
        candidate.AddTie(noun, tie);
        window.Tie(noun, candidate.Number);
    }
}

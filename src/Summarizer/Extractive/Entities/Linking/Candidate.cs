namespace Summarizer.Extractive.Entities.Linking;

/// <summary>A target as the linker has met it so far.</summary>
internal sealed class Candidate(int target, Target about)
{
    /// <summary>Nouns remembered of one target; a target of a thousand titles is none of a person.</summary>
    private const int MostTies = 12;

    private readonly List<(int Noun, Tie Tie)> ties = [];

    private int masculine;

    public int Number { get; } = target;

    public TargetType Type { get; } = about.Type;

    public bool IsCountry { get; } = about.Type == TargetType.Place && LinkLexicon.IsCountry(about.Name);

    public bool InTitle { get; init; }

    /// <summary>What stands before it in the title.</summary>
    public TitleWord TitleWord { get; init; }

    /// <summary>Number of targets of its type that are named more often.</summary>
    public int Prominence { get; set; }

    /// <summary>Mentions so far, linked ones counted.</summary>
    public int Seen { get; private set; }

    public int LastSentence { get; private set; } = -1;

    public int LastToken { get; private set; }

    public MentionKind LastKind { get; private set; }

    public MentionRole LastRole { get; private set; }

    public bool WasQuoted { get; private set; }

    public int LastEnd { get; private set; }

    /// <summary>The sentence that last named it; -1 before the first.</summary>
    public int NamedIn { get; private set; } = -1;

    /// <summary>From -3, a woman, to 3, a man: what its names, its titles and its pronouns say.</summary>
    public int Masculinity => Math.Clamp(masculine, -3, 3);

    public void Meet(int sentence, int token, int end, MentionKind kind, MentionRole role, bool isQuoted)
    {
        Seen++;
        (LastSentence, LastToken, LastEnd, LastKind, LastRole, WasQuoted) = (sentence, token, end, kind, role, isQuoted);
        if (kind == MentionKind.Name)
            NamedIn = sentence;
    }

    /// <param name="gender">What is said of it.</param>
    /// <param name="weight">3 for a title, 2 for a given name, 1 for a pronoun.</param>
    public void Add(Gender gender, int weight)
    {
        if (gender != Gender.Unknown)
            masculine = Math.Clamp(masculine + (gender == Gender.Masculine ? weight : -weight), -6, 6);
    }

    /// <summary>Whether a word of the other gender can stand for it.</summary>
    public bool IsOfOther(Gender gender)
        => gender != Gender.Unknown && (gender == Gender.Masculine ? Masculinity <= -2 : Masculinity >= 2);

    public void AddTie(int noun, Tie tie)
    {
        for (var i = 0; i < ties.Count; i++)
        {
            if (ties[i].Noun != noun)
                continue;
            ties[i] = (noun, tie > ties[i].Tie ? tie : ties[i].Tie);
            return;
        }

        if (ties.Count < MostTies)
            ties.Add((noun, tie));
    }

    public Tie TieTo(int noun)
    {
        foreach (var (known, tie) in ties)
        {
            if (known == noun)
                return tie;
        }

        return Tie.None;
    }
}

/// <summary>What holds a noun and a target together, the closest last.</summary>
internal enum Tie : byte
{
    None,

    /// <summary>"Roe, a lawyer", "Roe is a lawyer".</summary>
    Behind,

    /// <summary>The noun stood for it before.</summary>
    Linked,

    /// <summary>"Derna Council".</summary>
    InName,

    /// <summary>"Governor Roe", "the governor, Roe".</summary>
    Before,
}

internal enum MentionKind : byte
{
    Name,
    Pronoun,
    Noun,
}

/// <summary>What a mention does in its sentence, as far as its neighbours tell.</summary>
internal enum MentionRole : byte
{
    Other,

    /// <summary>First in its sentence.</summary>
    Opening,

    /// <summary>Before a verb.</summary>
    Subject,

    AfterOf,

    AfterPreposition,

    /// <summary>Joined to another by "and".</summary>
    Joined,

    Possessive,
}

internal enum TitleWord : byte
{
    None,

    /// <summary>"Address by Jane Roe".</summary>
    By,

    /// <summary>"Interview with Jane Roe", "interviews Jane Roe".</summary>
    With,

    /// <summary>It opens the title.</summary>
    Opening,
}

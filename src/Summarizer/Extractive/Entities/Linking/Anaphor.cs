namespace Summarizer.Extractive.Entities.Linking;

/// <summary>An expression that may stand for a target named elsewhere: a pronoun or a definite description.</summary>
internal readonly record struct Anaphor(TextSpan Span, int Sentence, int Token, AnaphorClass Class)
{
    /// <summary>Number of the first token of its sentence.</summary>
    public int First { get; init; }

    public AnaphorForm Form { get; init; }

    public Gender Gender { get; init; }

    /// <summary>Number of the pronoun in its list, or of a description's noun in its own.</summary>
    public int Word { get; init; }

    /// <summary>What a description's noun stands for.</summary>
    public NounKind Kind { get; init; }

    public Determiner Determiner { get; init; }

    /// <summary>Words between a description's determiner and its noun.</summary>
    public int Modifiers { get; init; }

    public Following Following { get; init; }

    public bool IsQuoted { get; init; }

    public bool IsDescription => Class == AnaphorClass.Noun;

    public bool IsOfSpeaker => Class == AnaphorClass.I;
}

/// <summary>Each has weights of its own.</summary>
internal enum AnaphorClass : byte
{
    HeOrShe,
    It,
    They,

    /// <summary>A pronoun of the first person, which is linked when the speakers are known.</summary>
    I,

    Noun,
}

internal enum AnaphorForm : byte
{
    Subject,
    Object,
    Possessive,
    Reflexive,
}

internal enum Gender : byte
{
    Unknown,
    Masculine,
    Feminine,
}

internal enum Determiner : byte
{
    None,

    /// <summary>"The".</summary>
    Article,

    /// <summary>"This", "these".</summary>
    Near,

    /// <summary>"That", "those".</summary>
    Far,

    /// <summary>"My", "our", "your".</summary>
    OfSpeakers,

    /// <summary>"His", "its", "their".</summary>
    OfOthers,
}

/// <summary>What stands behind an anaphor.</summary>
internal enum Following : byte
{
    /// <summary>The end of the sentence or a mark.</summary>
    Mark,

    /// <summary>"Of".</summary>
    Of,

    /// <summary>"Who", "which", "that", "where": a clause that says which one is meant.</summary>
    Relative,

    Preposition,

    /// <summary>"Is", "was", "has" and their like.</summary>
    Auxiliary,

    Possessive,

    Word,
}

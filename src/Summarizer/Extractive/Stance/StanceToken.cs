using Summarizer.Extractive.Stances.Lexicon;

namespace Summarizer.Extractive.Stances;

/// <summary>A word or punctuation mark of a sentence.</summary>
internal struct StanceToken
{
    public ulong Hash;
    public LexiconClass Classes;
    public int Start;
    public int Length;
    public TokenTraits Traits;

    public readonly bool Is(TokenTraits traits) => (Traits & traits) != 0;

    public readonly bool Is(LexiconClass classes) => (Classes & classes) != 0;
}

[Flags]
internal enum TokenTraits : ushort
{
    None = 0,

    /// <summary>The mention that is asked about.</summary>
    Target = 1,

    /// <summary>Another mention of the target.</summary>
    Mention = 2,

    /// <summary>Capitalised and probably a name of somebody else.</summary>
    Name = 4,

    /// <summary>Ends a clause: comma, semicolon, colon, dash, bracket, quotation mark.</summary>
    Boundary = 8,

    Punctuation = 16,

    /// <summary>Between quotation marks.</summary>
    Quoted = 32,

    /// <summary>A form that may be a participle: the passive is made with it.</summary>
    Participle = 64,

    /// <summary>A negation stands up to three words before, in the same clause.</summary>
    Negated = 128,

    /// <summary>A word that could be a verb, used as a noun: "a humiliating defeat".</summary>
    Nominal = 256,
}

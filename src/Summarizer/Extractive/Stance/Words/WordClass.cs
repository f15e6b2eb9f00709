namespace Summarizer.Extractive.Stances.Words;

/// <summary>What a word says of whom; the sections of a language's words are named after it.</summary>
internal enum WordClass : byte
{
    None,

    /// <summary>Somebody speaks well of the object, or stands by it.</summary>
    Commend,

    /// <summary>Somebody speaks ill of the object, or acts against it.</summary>
    Assail,

    /// <summary>The subject does good, and the object fares better for it.</summary>
    Support,

    /// <summary>The subject does harm; the object suffers it and is not blamed.</summary>
    Harm,

    /// <summary>The subject does well.</summary>
    Excel,

    MildExcel,

    /// <summary>The subject does badly, or wrong.</summary>
    Fail,

    MildFail,

    /// <summary>Virtue, success, trust: of whomever it stands near.</summary>
    Praise,

    MildPraise,

    /// <summary>Vice, failure, doubt: of whomever it stands near.</summary>
    Blame,

    MildBlame,

    /// <summary>Bad news, which is not yet blame.</summary>
    Misfortune,

    /// <summary>Praises what follows: "homage to".</summary>
    PraiseNext,

    /// <summary>Blames what follows: "protest against".</summary>
    BlameNext,
}

/// <summary>What a word does to the words around it; the other sections are named after it.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>Begins a phrase that is listed.</summary>
    OpensPhrase = 1,

    /// <summary>May be a past participle.</summary>
    Participle = 1 << 1,

    /// <summary>A noun of its own, which may end a compound.</summary>
    Noun = 1 << 2,

    /// <summary>Its separable prefix stands at the end of the clause.</summary>
    Separable = 1 << 3,

    /// <summary>Turns what follows in its clause.</summary>
    Negators = 1 << 4,

    /// <summary>Turns the verb before it.</summary>
    NegatorsBehind = 1 << 5,

    /// <summary>A phrase in which no word means what it says alone.</summary>
    Plain = 1 << 6,

    Intensifiers = 1 << 7,

    Diminishers = 1 << 8,

    /// <summary>What follows counts more than what was said before.</summary>
    Contrast = 1 << 9,

    /// <summary>What follows in its clause is granted and counts less.</summary>
    Concession = 1 << 10,

    /// <summary>Makes a passive with a participle.</summary>
    Passive = 1 << 11,

    /// <summary>Makes a perfect with a participle.</summary>
    Perfect = 1 << 12,

    /// <summary>Stands before who did it in a passive.</summary>
    Agents = 1 << 13,

    /// <summary>Stands before an object only.</summary>
    Objects = 1 << 14,

    /// <summary>Stands before what is neither subject nor object.</summary>
    Prepositions = 1 << 15,

    /// <summary>May open a sentence and is no noun for its capital.</summary>
    Adverbs = 1 << 16,
}

/// <param name="Class">None for a word that only changes others.</param>
/// <param name="Traits">What it does to the words around it.</param>
internal readonly record struct WordEntry(WordClass Class, WordTraits Traits)
{
    public bool IsVerb => Class is >= WordClass.Commend and <= WordClass.MildFail;

    public bool Is(WordTraits trait) => (Traits & trait) != 0;
}

namespace Summarizer.Extractive.Stances.Lexicon;

/// <summary>What a word says about the one it is said of. The names are the sections of the files under Lexicon.</summary>
[Flags]
internal enum LexiconClass : ulong
{
    None = 0,

    // Verbs with two sides.
    Assail = 1UL << 0,
    Accuse = 1UL << 1,
    Oppose = 1UL << 2,
    Punish = 1UL << 3,
    Harm = 1UL << 4,
    Praise = 1UL << 5,
    Back = 1UL << 6,
    Reward = 1UL << 7,
    Help = 1UL << 8,
    Defeat = 1UL << 9,

    // Verbs that tell on their subject.
    Deceive = 1UL << 10,
    Fail = 1UL << 11,
    Bluster = 1UL << 12,
    Concede = 1UL << 13,
    Achieve = 1UL << 14,
    Hope = 1UL << 15,
    Warn = 1UL << 16,

    // Verbs without a side.
    Say = 1UL << 17,
    Move = 1UL << 18,

    // Nouns, adjectives and adverbs.
    Vice = 1UL << 19,
    Villain = 1UL << 20,
    Virtue = 1UL << 21,
    Hero = 1UL << 22,
    Scandal = 1UL << 23,
    Crime = 1UL << 24,
    Calamity = 1UL << 25,
    Boon = 1UL << 26,
    Strength = 1UL << 27,
    Weakness = 1UL << 28,
    Anger = 1UL << 29,
    Joy = 1UL << 30,
    Office = 1UL << 31,

    /// <summary>Weakness that nobody pities: humiliation, grovelling, illegitimacy.</summary>
    Disgrace = 1UL << 32,

    // Words that change what others say.
    Negator = 1UL << 40,
    Intensifier = 1UL << 41,
    Modal = 1UL << 42,
    Contrast = 1UL << 43,
    Be = 1UL << 44,
    By = 1UL << 45,
    Hedge = 1UL << 46,

    // Words that are nobody's name, however they are written.
    Function = 1UL << 47,
    Pronoun = 1UL << 48,
    Time = 1UL << 49,
    Determiner = 1UL << 50,
    Foreign = 1UL << 51,

    /// <summary>A phrase of the lexicon may begin here.</summary>
    OpensPhrase = 1UL << 63,

    Verbs = (1UL << 19) - 1,
    Content = (1UL << 33) - 1,
}

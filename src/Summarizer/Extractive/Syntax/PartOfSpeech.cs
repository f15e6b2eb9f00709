namespace Summarizer.Extractive.Syntax;

/// <summary>
/// The word classes of Universal Dependencies (universaldependencies.org/u/pos) that a token with letters or digits can have.
/// </summary>
internal enum PartOfSpeech : byte
{
    Adjective,
    Adposition,
    Adverb,
    Auxiliary,
    CoordinatingConjunction,
    Determiner,
    Interjection,
    Noun,
    Numeral,
    Particle,
    Pronoun,
    ProperNoun,
    SubordinatingConjunction,
    Verb,
    Other,
}

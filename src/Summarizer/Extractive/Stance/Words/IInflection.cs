namespace Summarizer.Extractive.Stances.Words;

/// <summary>
/// The forms of a language's words by rule. A form that nobody writes does no harm in a lookup table, so the rules are
/// generous; a form that means something else is listed under <c>[not]</c> in the language's words.
/// </summary>
internal interface IInflection
{
    /// <param name="verb">An infinitive; anything else has one form, itself.</param>
    IEnumerable<WordForm> OfVerb(string verb);

    /// <param name="name">A noun or adjective in its base form.</param>
    IEnumerable<WordForm> OfName(string name);
}

namespace Summarizer.Text;

/// <summary>Words of all languages that have a profile, for what is asked before the language is known or whichever it is.</summary>
internal static class AnyLanguage
{
    public static WordSet FunctionWords { get; } = Union("function words", StringComparer.OrdinalIgnoreCase);

    /// <summary>Verbs that hand a statement to its speaker.</summary>
    public static WordSet SpeechVerbs { get; } = Union("speech verbs", StringComparer.OrdinalIgnoreCase);

    /// <summary>Verbs behind a question in quotation marks.</summary>
    public static WordSet AskingVerbs { get; } = Union("asking verbs", StringComparer.Ordinal);

    /// <summary>Pronouns by which the author or a speaker speaks of himself.</summary>
    public static WordSet FirstPerson { get; } = Union("first person", StringComparer.Ordinal);

    /// <summary>Pronouns that stand for the speaker named before.</summary>
    public static WordSet ThirdPerson { get; } = Union("third person", StringComparer.Ordinal);

    public static WordSet Auxiliaries { get; } = Union("auxiliaries", StringComparer.Ordinal);

    /// <summary>Words behind which what looks like a verb of speech is an infinitive, a participle or a noun.</summary>
    public static WordSet BeforeInfinitives { get; } = Union("before infinitives", StringComparer.Ordinal);

    private static WordSet Union(string section, StringComparer comparer)
        => new(LanguageProfile.All.SelectMany(l => l.Words(section)), comparer);
}

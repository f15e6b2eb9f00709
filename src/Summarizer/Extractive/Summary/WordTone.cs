using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>What a single word says about the sentence it stands in.</summary>
[Flags]
internal enum WordTone : byte
{
    None = 0,

    /// <summary>It speaks of the author or the reader.</summary>
    Personal = 1,

    /// <summary>It says what ought to be.</summary>
    Urging = 2,

    /// <summary>It hands a statement to its speaker.</summary>
    Speech = 4,

    /// <summary>It stands for somebody named before.</summary>
    Pronoun = 8,

    Function = 16,

    /// <summary>The flags of this word were looked up already.</summary>
    Known = 128,
}

/// <summary>The tone of a text's words, each looked up once; a language without lists has speech verbs and pronouns alone.</summary>
internal sealed class WordTones
{
    private static readonly WordListFile Lists = WordListFile.Open("Extractive/Summary/Lists/tone.txt");

    private static readonly Dictionary<string, (WordSet Personal, WordSet Urging)> ByLanguage = LanguageProfile.All.ToDictionary(
        l => l.Code, l => (Lists.Set("personal " + l.Code), Lists.Set("urging " + l.Code)), StringComparer.Ordinal);

    private readonly AnalyzedText read;
    private readonly WordSet personal, urging;
    private readonly WordTone[] tones;

    public WordTones(AnalyzedText read)
    {
        this.read = read;
        (personal, urging) = ByLanguage.GetValueOrDefault(read.Language.Code, (WordSet.Empty, WordSet.Empty));
        tones = new WordTone[read.Words.Count];
    }

    public WordTone Of(int token)
    {
        ref var tone = ref tones[read.Words[token]];
        return tone == WordTone.None ? tone = Find(read.Word(token)) : tone;
    }

    private WordTone Find(ReadOnlySpan<char> word)
        => WordTone.Known
            | (personal.Contains(word) ? WordTone.Personal : 0)
            | (urging.Contains(word) ? WordTone.Urging : 0)
            | (AnyLanguage.SpeechVerbs.Contains(word) ? WordTone.Speech : 0)
            | (AnyLanguage.ThirdPerson.Contains(word) ? WordTone.Pronoun : 0)
            | (read.Language.FunctionWords.Contains(word) ? WordTone.Function : 0);
}

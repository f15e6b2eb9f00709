using System.Buffers;
using System.Text.RegularExpressions;
using Summarizer.Text;

namespace Summarizer.Grounding.Injection;

/// <summary>Sentences of an article that are addressed to the machine that reads it, not to people.</summary>
/// <remarks>
/// What such a sentence says is no evidence of what the article reports or argues. Only wordings that no reporter
/// uses outside quotation marks are here: talk of one's instructions, prompt, reply or summary. Speech in quotation
/// marks is left alone, so that an article about such attacks reads like any other.
/// </remarks>
internal static partial class PromptInjectionDetector
{
    /// <summary>UTF-16 code units matched at once; they take a few milliseconds.</summary>
    private const int Part = 1 << 18;

    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [.. WordListFile.Open("Grounding/Injection/Lists/injection.txt").Phrases("signs")], StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentences of <paramref name="text"/> that are planted.</summary>
    public static IReadOnlyList<TextSpan> In(string text, CancellationToken cancellationToken)
    {
        if (!text.AsSpan().ContainsAny(Signs))
            return [];
        var planted = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = EndOfPart(text, start);
            foreach (var match in Pattern().EnumerateMatches(text.AsSpan(start, end - start)))
            {
                var at = start + match.Index;
                var sentence = RoughSentence.Around(text, at, at + match.Length);
                if (!IsSpeech(text.AsSpan(sentence.Start, at - sentence.Start)))
                    planted.Add(sentence);
            }

            start = end;
        }

        return planted;
    }

    /// <summary>A matching cannot be cancelled, so a long text is matched in parts; no wording reaches across a line's end.</summary>
    private static int EndOfPart(string text, int start)
    {
        var line = text.Length - start > Part ? text.IndexOf('\n', start + Part) : -1;
        return line < 0 ? text.Length : line + 1;
    }

    /// <summary>Whether a claim talks to its reader's machine in words that the article does not have.</summary>
    public static bool IsAdded(string claim, string article)
    {
        foreach (var match in Pattern().EnumerateMatches(claim))
        {
            if (!article.AsSpan().Contains(claim.AsSpan(match.Index, match.Length), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a quotation is still open where a sentence has come so far.</summary>
    private static bool IsSpeech(ReadOnlySpan<char> before)
        => before.Count('"') % 2 == 1 || before.LastIndexOfAny("“„«「") > before.LastIndexOfAny("”»」");

    [GeneratedRegex(
        """
        \b(ignor(e|ing)|disregard|forget|override|bypass)(\ \w+){0,2}\ (previous|prior|above|earlier|preceding|your|these|all|any)
            (\ \w+){0,2}\ (instructions?|prompts?|directions|directives|guidelines)\b
        |\b(system|hidden|initial|original)\ prompts?\b
        |\byou\ (are|will\ be)\ (now\ |henceforth\ )?(an?\ )?(ai|assistant|chatbot|large\ language\ model|language\ model)\b
        |\bas\ an?\ (ai|large\ language\ model|language\ model)\b
        |\b(note|message|attention|instructions?)\ (to|for)
            \ (the\ |any\ |all\ )?(ai|llms?|language\ models?|assistants?|chatbots?|summari[sz]ers?)\b
        |\b(your|the)\ (summary|reply|output)\ (must|should|shall|has\ to|needs\ to)\ (only\ |also\ |always\ )?
            (say|state|be|include|contain|begin|start|end|mention|claim|conclude)\b
        |\b(in|of|to|into|within|from|throughout|with|alter|modify|augment|begin|end|start|finish|rewrite|write|format|encode|translate)
            \ (all\ |any\ )?your\ (own\ |next\ |final\ |entire\ |whole\ )?
            (reply|replies|responses?|answers?|output|summary|summari[sz]ation)\b
        |\bwhen\ (you\ )?summari[sz](e|ing)\ (this|the)\b|\b(do\ not|don't|instead\ of)\ summari[sz](e|ing)\b
        |</?(system|assistant|user|instructions?|prompt)>|\[/?(inst|system)\]|<\|?(im_start|im_end|system|user|assistant|endoftext)\|>
        |\bignorier(e|en)\b.{0,40}\banweisung(en)?\b
        |\bignor(a|e|ez|er)\b.{0,30}\b(les|tes|vos|las|tus|sus)\b.{0,20}\binstruc(tions|ciones)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}

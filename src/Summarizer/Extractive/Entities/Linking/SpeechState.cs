namespace Summarizer.Extractive.Entities.Linking;

/// <summary>Who spoke last, and whom earlier pronouns stood for.</summary>
/// <param name="text">The article.</param>
/// <param name="density">How much of the text outside quotations is spoken in the first person, from 0 to 3.</param>
internal sealed class SpeechState(LinkText text, int density)
{
    private readonly (int Target, int Sentence)?[] last = new (int, int)?[Enum.GetValues<AnaphorClass>().Length * 3];

    private int sentence = -1;


    /// <summary>Number of the first target named.</summary>
    public int? FirstNamed { get; set; }

    public int Density { get; } = density;

    /// <summary>The speaker of this sentence.</summary>
    public int? Speaker { get; private set; }

    /// <summary>The speaker of the last sentence that had one.</summary>
    public int? LastSpeaker { get; private set; }

    /// <summary>The target that a block begins with, followed by a colon: "ROE: I did not."</summary>
    public int? Label { get; private set; }

    /// <summary>Goes on to a sentence.</summary>
    public void Enter(int entered, IReadOnlyList<Candidate> candidates)
    {
        if (entered == sentence)
            return;
        var isNewBlock = sentence < 0 || text.Read.Sentences[entered].Block != text.Read.Sentences[sentence].Block;
        (sentence, LastSpeaker) = (entered, Speaker ?? LastSpeaker);
        Speaker = SpeakerFinder.Find(text, candidates, entered);
        if (isNewBlock)
            Label = LabelOf(entered);
    }

    public int? SpeakerOf(int asked) => asked == sentence ? Speaker : null;

    /// <summary>1 when a target speaks in a sentence, 2 when another does; 3 when none does and it was the last speaker, else 0.</summary>
    public int SpeakingOf(int asked, int target)
        => SpeakerOf(asked) is { } its ? its == target ? 1 : 2 : LastSpeaker == target ? 3 : 0;

    public void Link(in Anaphor anaphor, int target) => last[Slot(anaphor)] = (target, anaphor.Sentence);

    /// <summary>What the last pronoun of the same class and gender stood for: 0 nothing, 1 to 3 the candidate, 4 to 6 another.</summary>
    public int ContinuityOf(in Anaphor anaphor, int target)
        => last[Slot(anaphor)] is { } link ? (link.Target == target ? 1 : 4) + Math.Min(2, anaphor.Sentence - link.Sentence) : 0;

    /// <summary>Adds what speaks for a candidate as the one who says "I", or who is spoken to.</summary>
    public void Add(LinkFeatures to, in Anaphor anaphor, Candidate candidate)
    {
        var block = text.Read.Sentences[anaphor.Sentence].Block;
        var link = last[Slot(anaphor)];
        var isHere = link is { } known && text.Read.Sentences[known.Sentence].Block == block;
        var turn = link is { } its ? its.Target == candidate.Number ? 1 : 2 : 0;
        to.Add(LinkFeature.Turn, isHere ? turn : 0);
        to.Add(LinkFeature.EarlierTurn, isHere ? 0 : turn);
        to.Add(LinkFeature.Label, Label == candidate.Number ? 1 : 0);
        to.Add(LinkFeature.Question, (turn * 4) + (IsQuestion(block) ? 2 : 0) + (block > 0 && IsQuestion(block - 1) ? 1 : 0));
        to.Add(LinkFeature.MainByDensity, (Math.Min(candidate.Prominence, 4) * 4) + Density);
        var named = candidate.NamedIn == anaphor.Sentence ? 2
            : candidate.NamedIn >= 0 && text.Read.Sentences[candidate.NamedIn].Block == block ? 1 : 0;
        to.Add(LinkFeature.NamedHere, (named * 2) + (anaphor.IsQuoted ? 1 : 0));
        to.Add(LinkFeature.TitleWord, (int)candidate.TitleWord);
    }

    private static int Slot(in Anaphor anaphor) => ((int)anaphor.Class * 3) + (int)anaphor.Gender;

    private bool IsQuestion(int block) => text.Read.Text[text.Read.Blocks[block].End - 1] == '?';

    private int? LabelOf(int entered)
    {
        var (first, end) = text.Read.TokensOf(entered);
        for (var i = first; i < Math.Min(end, first + 4); i++)
        {
            var behind = text.Read.Tokens[i].Span.End;
            if (behind < text.Read.Text.Length && text.Read.Text[behind] == ':')
                return text.TargetAt(i);
        }

        return null;
    }
}

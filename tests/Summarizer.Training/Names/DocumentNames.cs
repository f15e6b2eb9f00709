using Summarizer.Evaluation.Entities;
using Summarizer.Extractive.Entities;

namespace Summarizer.Training.Names;

/// <summary>
/// The names of a document whose readers marked whole phrases ("General George Washington's", "the City of Cleveland
/// proper"): of each phrase the proper nouns around its head, without titles, as the sets of single sentences mark them.
/// </summary>
internal sealed class DocumentNames(GumDocument document)
{
    /// <summary>Small words between two proper nouns of one name: "University of the Arts".</summary>
    private const int MostJoints = 2;

    private static readonly HashSet<string> Joints =
        new(["of", "for", "the", "and", "&", "de", "da", "do", "del", "la"], StringComparer.Ordinal);

    private readonly string text = document.Text;
    private readonly IReadOnlyList<GumToken> tokens = document.Tokens;

    /// <summary>In the order of the text; of names inside one another the longest.</summary>
    public static List<(TextSpan Span, TargetType Type)> Read(GumDocument document)
    {
        var names = new DocumentNames(document);
        var found = new List<(TextSpan Span, TargetType Type)>();
        foreach (var entity in document.Entities)
        {
            if (LabelledTexts.TypeOf(entity.Type) is { } type)
                found.AddRange(entity.Names.Select(n => names.Core(n, type)).OfType<TextSpan>().Select(s => (s, type)));
        }

        var kept = new List<(TextSpan Span, TargetType Type)>();
        foreach (var name in found.OrderByDescending(f => f.Span.Length).ThenBy(f => f.Span.Start))
        {
            if (!kept.Exists(k => k.Span.Start < name.Span.End && name.Span.Start < k.Span.End))
                kept.Add(name);
        }

        kept.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return kept;
    }

    private TextSpan? Core(TextSpan phrase, TargetType type)
    {
        var inside = Enumerable.Range(0, tokens.Count).Where(i => phrase.Contains(tokens[i].Span)).ToList();
        var head = inside.FirstOrDefault(i => tokens[i].Head is not { } above || !phrase.Contains(tokens[above].Span), -1);
        if (head < 0 || tokens[head].Tag != "PROPN")
            return null;
        var (first, last) = (head, head);
        while (first > inside[0] && IsNamePart(first - 1))
            first--;
        while (last < inside[^1])
        {
            var joints = type == TargetType.Person ? 0 : JointsFrom(last + 1, inside[^1]);
            if (!IsNamePart(last + 1) && joints == 0)
                break;
            last += joints + 1;
        }

        while (first <= last && type == TargetType.Person && NameWords.IsTitle(WordOf(first)))
            first++;
        return first > last ? null : new TextSpan(tokens[first].Span.Start, tokens[last].Span.End);
    }

    private string WordOf(int token) => tokens[token].Span.In(text);

    private bool IsNamePart(int token)
        => tokens[token].Tag == "PROPN"
            || (tokens[token].Tag is "ADJ" or "NOUN" or "NUM" or "VERB" && char.IsUpper(text[tokens[token].Span.Start]));

    /// <summary>How many small words join the name to its next proper noun; 0 when none follows.</summary>
    private int JointsFrom(int token, int last)
    {
        var count = 0;
        while (token + count <= last && count < MostJoints && Joints.Contains(WordOf(token + count)))
            count++;
        return count > 0 && token + count <= last && tokens[token + count].Tag == "PROPN" ? count : 0;
    }
}

using System.Buffers;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Words;

/// <summary>
/// Endings in the place of endings: <c>[verb endings]</c> by the infinitive's, <c>[name endings]</c> by the longest that fits
/// (<c>*</c> is any word), <c>[spelling]</c> for how a stem is written before certain letters, <c>[vowels]</c> for what its
/// last vowel may become, and <c>[irregular]</c> for verbs whose forms are all listed; participles stand behind a plus sign.
/// </summary>
internal sealed class RomanceInflection : IInflection
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouáéíóúèêô");

    private readonly List<(string Infinitive, WordForm[] Endings)> verbs;
    private readonly List<(string Infinitive, string Stem, string Before, string Written)> spelling;
    private readonly List<(string Vowel, string Becomes)> vowels;
    private readonly List<(string Ending, string[] Endings)> names;
    private readonly Dictionary<string, WordForm[]> irregular;

    public RomanceInflection(WordListFile words)
    {
        verbs = [.. words.Lines("verb endings").Select(l => l.Split(" = ")).Select(l => (l[0], Forms(l[1])))];
        spelling = [.. words.Lines("spelling").Select(l => l.Split(' ')).Select(l => (l[0], l[1], l[2], l[3].TrimStart('-')))];
        vowels = words.Sections.Contains("vowels")
            ? [.. words.Lines("vowels").Select(l => l.Split(' ')).Select(l => (l[0], l[1]))]
            : [];
        names =
        [
            .. words.Lines("name endings").Select(l => l.Replace("*", "", StringComparison.Ordinal).Split(" = "))
                .Select(l => (l[0], l[1].Split(' '))).OrderByDescending(l => l.Item1.Length),
        ];
        irregular = words.Lines("irregular")
            .ToDictionary(l => l[..l.IndexOf(' ', StringComparison.Ordinal)], Forms, StringComparer.Ordinal);
    }

    public IEnumerable<WordForm> OfVerb(string verb)
    {
        if (irregular.TryGetValue(verb, out var forms))
            return forms;
        var (infinitive, endings) = verbs.Find(
            v => verb.Length > v.Infinitive.Length + 1 && verb.EndsWith(v.Infinitive, StringComparison.Ordinal));
        if (infinitive is null)
            return [new WordForm(verb)];
        var stem = verb[..^infinitive.Length];
        return Stems(stem).SelectMany(s => endings.Select(e => e with { Text = Write(infinitive, s, e.Text) }))
            .Prepend(new WordForm(verb));
    }

    public IEnumerable<WordForm> OfName(string name)
    {
        var (ending, endings) = names.Find(n => name.EndsWith(n.Ending, StringComparison.Ordinal));
        return endings.Select(e => new WordForm(name[..^ending.Length] + e));
    }

    private static WordForm[] Forms(string line)
    {
        var halves = line.Split(" + ");
        return [.. halves.SelectMany((half, i) => half.Split(' ').Select(f => new WordForm(f, i > 0)))];
    }

    private IEnumerable<string> Stems(string stem)
    {
        yield return stem;
        var last = stem.AsSpan().LastIndexOfAny(Vowels);
        foreach (var (vowel, becomes) in vowels)
        {
            if (last > 0 && stem[last] == vowel[0])
                yield return stem[..last] + becomes + stem[(last + 1)..];
        }
    }

    private string Write(string infinitive, string stem, string ending)
    {
        foreach (var rule in spelling)
        {
            if (rule.Infinitive == infinitive && ending.Length > 0 && rule.Before.Contains(ending[0], StringComparison.Ordinal)
                && stem.EndsWith(rule.Stem, StringComparison.Ordinal))
                return string.Concat(stem.AsSpan(0, stem.Length - rule.Stem.Length), rule.Written, ending);
        }

        return stem + ending;
    }
}

using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Words;

/// <summary>
/// A noun is one with a capital. A bar parts a separable prefix from its verb. <c>[irregular]</c> lists infinitive, third
/// person, past and participle of strong verbs, which hold behind every prefix.
/// </summary>
internal sealed class GermanInflection(WordListFile words) : IInflection
{
    private static readonly string[] Unstressed =
        ["", "be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "hinter", "unter", "über", "wider", "miß"];

    private static readonly string[] Endings = ["", "e", "en", "er", "es", "em"];

    private readonly Dictionary<string, string[]> irregular =
        words.Lines("irregular").Select(l => l.Split(' ')).ToDictionary(l => l[0], l => l[1..], StringComparer.Ordinal);

    public IEnumerable<WordForm> OfVerb(string verb)
    {
        var bar = verb.IndexOf('|', StringComparison.Ordinal);
        var (particle, rest) = bar < 0 ? ("", verb) : (verb[..bar], verb[(bar + 1)..]);
        if (!rest.EndsWith('n') || char.IsUpper(rest[0]))
            return [new WordForm(verb)];
        var (finite, participle) = Conjugate(rest);
        var participles = Endings.Select(e => new WordForm(particle + participle + e, true));
        var joined = finite.Append(rest).Append(rest + "d").Concat(Endings.Skip(1).Select(e => rest + "d" + e))
            .Select(f => new WordForm(particle + f, particle.Length == 0 && f == participle));
        var apart = bar < 0 ? [] : finite.Select(f => new WordForm(f, false, particle)).Append(new WordForm(particle + "zu" + rest));
        return participles.Concat(joined).Concat(apart);
    }

    public IEnumerable<WordForm> OfName(string name)
        => char.IsUpper(name[0])
            ? Spread(name, ["", "e", "en", "n", "er", "s", "es", "nen", "innen"])
            : Spread(name.EndsWith("el", StringComparison.Ordinal) ? name[..^2] + "l" : name.TrimEnd('e'), Endings)
                .Concat(Spread(name.TrimEnd('e') + "er", Endings)).Concat(Spread(name + "st", Endings.Skip(1))).Append(new WordForm(name));

    private static IEnumerable<WordForm> Spread(string stem, IEnumerable<string> endings) => endings.Select(e => new WordForm(stem + e));

    /// <returns>The finite forms, and the participle without an ending.</returns>
    private (string[] Finite, string Participle) Conjugate(string infinitive)
    {
        foreach (var prefix in Unstressed)
        {
            if (infinitive.StartsWith(prefix, StringComparison.Ordinal)
                && irregular.TryGetValue(infinitive[prefix.Length..], out var strong))
            {
                var participle = prefix.Length > 0 && strong[2].StartsWith("ge", StringComparison.Ordinal) ? strong[2][2..] : strong[2];
                var past = prefix + strong[1];
                return ([prefix + strong[0], past, past + "en", past + "n", infinitive], prefix + participle);
            }
        }

        var stem = infinitive.EndsWith("en", StringComparison.Ordinal) ? infinitive[..^2] : infinitive[..^1];
        var link = stem[^1] is 't' or 'd' || stem.EndsWith("ffn", StringComparison.Ordinal)
            || stem.EndsWith("chn", StringComparison.Ordinal) ? "e" : "";
        var has = !infinitive.EndsWith("ieren", StringComparison.Ordinal)
            && !Unstressed.Skip(1).Any(p => stem.Length > p.Length + 2 && stem.StartsWith(p, StringComparison.Ordinal));
        var weak = stem + link + "t";
        return ([weak, weak + "e", weak + "en", stem + "e", infinitive], (has ? "ge" : "") + weak);
    }
}

namespace Summarizer.Text;

/// <summary>Hashes that stay the same from run to run and machine to machine: the weights are stored under them.</summary>
internal static class TextHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>FNV-1a over the lower-cased characters, typographic apostrophes as plain ones.</summary>
    public static ulong Compute(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
            hash = (hash ^ Fold(c)) * Prime;
        return Mix(hash);
    }

    public static ulong Join(ulong a, ulong b) => Mix((a * 0x9E3779B97F4A7C15) ^ b);

    public static ulong Join(ulong a, ulong b, ulong c) => Join(Join(a, b), c);

    public static char Fold(char c) => c switch
    {
        < (char)128 => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c,
        '\u2019' or '\u2018' or '\u02BC' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2013' or '\u2014' or '\u2010' or '\u2011' => '-',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>The finalizer of splitmix64, so that every bit of the input reaches the low bits.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}

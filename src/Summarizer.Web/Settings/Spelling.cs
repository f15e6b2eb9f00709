namespace Summarizer.Web.Settings;

/// <summary>How near two names are.</summary>
internal static class Spelling
{
    /// <summary>Letters for each of which one may be wrong: more would take another word for a misspelt one.</summary>
    private const int LettersAMistake = 4;

    /// <summary>Whether <paramref name="written"/> is <paramref name="name"/> with a mistake or two.</summary>
    public static bool IsNear(string name, string written)
        => Distance(name, written) <= Math.Max(1, name.Length / LettersAMistake);

    /// <summary>Letters to insert, leave out, exchange or swap with their neighbour (optimal string alignment), whatever the
    /// case.</summary>
    public static int Distance(string one, string other)
    {
        var (a, b) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}

namespace Summarizer.Reading.Charsets;

/// <summary>
/// Tells the double-byte charsets apart by where their pairs lie: everyday characters fill known rows, and the rows of
/// kana and hangul are used by one language only.
/// </summary>
internal static class EastAsian
{
    private const double LeastCommon = 0.8;
    private const double MostBroken = 0.02;

    /// <param name="Pairs">Double bytes.</param>
    /// <param name="Common">Of these, in the rows of everyday use.</param>
    /// <param name="Own">Of these, in rows that only this language fills.</param>
    /// <param name="Broken">Bytes that belong to no pair.</param>
    private readonly record struct Count(int Pairs, int Common, int Own, int Broken)
    {
        public double Share => Pairs == 0 || Broken > Math.Max(1, Pairs * MostBroken) ? 0 : (double)Common / Pairs;

        public double OwnShare => Pairs == 0 ? 0 : (double)Own / Pairs;
    }

    /// <summary>The code page, or null when the bytes are no pairs.</summary>
    public static int? Find(ReadOnlySpan<byte> bytes)
    {
        var japanese = CountPairs(bytes, IsShiftJisLead, IsShiftJisTrail, ShiftJis);
        var euc = CountPairs(bytes, IsHigh, IsHigh, EucJp);
        var korean = CountPairs(bytes, IsUhcLead, IsUhcTrail, Korean);
        var simplified = CountPairs(bytes, IsHigh, IsHigh, Simplified);
        var traditional = CountPairs(bytes, IsHigh, IsBig5Trail, Traditional);
        if (euc.Share >= LeastCommon && euc.OwnShare >= 0.2)
            return 51932;
        if (japanese.Share >= LeastCommon && japanese.OwnShare >= 0.2)
            return 932;
        if (korean.Share >= 0.9 && korean.OwnShare >= 0.85)
            return 949;
        if (simplified.Share >= LeastCommon && simplified.Share >= traditional.Share)
            return 54936;
        if (traditional.Share >= LeastCommon)
            return 950;
        // Traditional characters in GBK lie outside the everyday rows; its comma and full stop give it away.
        return simplified.Share >= 0.7 || IsGbk(bytes) ? 54936 : null;
    }

    private static Count CountPairs(
        ReadOnlySpan<byte> bytes, Func<byte, bool> isLead, Func<byte, bool> isTrail, Func<byte, byte, (bool Common, bool Own)> rate)
    {
        int pairs = 0, common = 0, own = 0, broken = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            if (i + 1 == bytes.Length)
                break;
            if (!isLead(bytes[i]) || !isTrail(bytes[i + 1]))
            {
                broken++;
                continue;
            }

            var (isCommon, isOwn) = rate(bytes[i], bytes[i + 1]);
            pairs++;
            common += isCommon ? 1 : 0;
            own += isOwn ? 1 : 0;
            i++;
        }

        return new Count(pairs, common, own, broken);
    }

    private static bool IsGbk(ReadOnlySpan<byte> bytes)
    {
        var gbk = CountPairs(bytes, IsHighest, IsGbkTrail,
            (lead, trail) => (true, (lead, trail) is (0xA3, 0xAC) or (0xA1, 0xA3) or (0xA1, 0xA2)));
        return gbk.Share > 0 && gbk.Pairs >= 10 && gbk.OwnShare >= 0.03;
    }

    private static bool IsHighest(byte b) => b is >= 0x81 and <= 0xFE;

    private static bool IsGbkTrail(byte b) => b is >= 0x40 and <= 0xFE and not 0x7F;

    private static bool IsHigh(byte b) => b is >= 0xA1 and <= 0xFE;

    private static bool IsShiftJisLead(byte b) => b is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);

    private static bool IsShiftJisTrail(byte b) => b is >= 0x40 and <= 0xFC and not 0x7F;

    private static bool IsUhcLead(byte b) => b is >= 0x81 and <= 0xFD;

    private static bool IsUhcTrail(byte b) => b is (>= 0x41 and <= 0x5A) or (>= 0x61 and <= 0x7A) or (>= 0x81 and <= 0xFE);

    private static bool IsBig5Trail(byte b) => b is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE);

    // Rows of JIS X 0208: 0x82 and 0x83 hold kana, 0x81 punctuation, 0x88 to 0x97 the first-level kanji.
    private static (bool Common, bool Own) ShiftJis(byte lead, byte trail)
        => (lead is (>= 0x81 and <= 0x83) or (>= 0x88 and <= 0x97), (lead == 0x82 && trail >= 0x9F) || lead == 0x83);

    private static (bool Common, bool Own) EucJp(byte lead, byte trail)
        => (lead is 0xA1 or 0xA3 or 0xA4 or 0xA5 or (>= 0xB0 and <= 0xCF), lead is 0xA4 or 0xA5);

    // KS X 1001: hangul fill rows 0xB0 to 0xC8, the rest of hangul lie where the trail or lead is below 0xA1.
    private static (bool Common, bool Own) Korean(byte lead, byte trail)
        => (lead is 0xA1 or 0xA2 or 0xA3 or (>= 0xB0 and <= 0xC8), lead is >= 0xB0 and <= 0xC8 && trail >= 0xA1);

    // GB 2312: first-level characters fill rows 0xB0 to 0xD7, punctuation 0xA1 to 0xA3.
    private static (bool Common, bool Own) Simplified(byte lead, byte trail)
        => (lead is 0xA1 or 0xA2 or 0xA3 or (>= 0xB0 and <= 0xD7), false);

    // Big5: frequent characters fill rows 0xA4 to 0xC6, punctuation 0xA1 to 0xA3.
    private static (bool Common, bool Own) Traditional(byte lead, byte trail) => (lead is >= 0xA1 and <= 0xC6, false);
}

using System.Collections.Frozen;
using Summarizer.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>Numbers and magnitudes written as words, in the languages most articles come in.</summary>
internal static class NumberWords
{
    private const int LongestWord = 14;

    /// <summary>Powers of ten; "billion" is the English one, the long scale has its own spellings.</summary>
    private static readonly FrozenDictionary<string, int> Scales = Table(
        (2, "hundred hundert"),
        (3, "thousand thousands tausend mille mila mil duizend 千"),
        (4, "万 萬"),
        (5, "lakh lakhs"),
        (6, "million millions mln mio millionen millón millones milione milioni miljoen milhão milhões"),
        (7, "crore crores"),
        (8, "亿 億"),
        (9, "billion billions bn mrd milliarde milliarden milliard milliards miliardo miliardi miljard bilhão bilhões"),
        (12, "trillion trillions tn billionen billón billones biljoen"));

    /// <summary>Letters that may be a magnitude or a unit: 100m, 5k.</summary>
    private static readonly FrozenDictionary<string, int> Doubtful = Table((3, "k"), (6, "m mn"), (9, "b"));

    private static readonly FrozenDictionary<string, int> Small = Table(
        (0, "zero null nul cero"),
        (1, "a an one once first single ein eine einen einem einer eins un une uno una één um uma 一"),
        (2, "two twice second pair both zwei deux due dos twee dois duas 二 两 兩"),
        (3, "three third drei trois tre tres drie três 三"),
        (4, "four fourth vier quatre quattro cuatro quatro 四"),
        (5, "five fifth fünf cinq cinque cinco vijf 五"),
        (6, "six sixth sechs sei seis zes 六"),
        (7, "seven seventh sieben sept sette siete zeven sete 七"),
        (8, "eight eighth acht huit otto ocho oito 八"),
        (9, "nine ninth neun neuf nove nueve negen 九"),
        (10, "ten tenth zehn dix dieci diez tien dez 十"),
        (11, "eleven elf onze undici once"),
        (12, "twelve dozen zwölf dutzend douze dodici doce twaalf doze"),
        (13, "thirteen dreizehn treize tredici trece dertien treze"),
        (14, "fourteen vierzehn quatorze quattordici catorce veertien"),
        (15, "fifteen fünfzehn quinze quindici quince vijftien"),
        (16, "sixteen sechzehn seize sedici dieciséis zestien"),
        (17, "seventeen siebzehn diciassette diecisiete zeventien"),
        (18, "eighteen achtzehn diciotto dieciocho achttien"),
        (19, "nineteen neunzehn diciannove diecinueve negentien"),
        (20, "twenty zwanzig vingt venti veinte twintig vinte"),
        (30, "thirty dreißig dreissig trente trenta treinta dertig trinta"),
        (40, "forty vierzig quarante quaranta cuarenta veertig quarenta"),
        (50, "fifty fünfzig cinquante cinquanta cincuenta vijftig cinquenta"),
        (60, "sixty sechzig soixante sessanta sesenta zestig sessenta"),
        (70, "seventy siebzig settanta setenta zeventig"),
        (80, "eighty achtzig ottanta ochenta tachtig oitenta"),
        (90, "ninety neunzig novanta noventa negentig"));

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> SmallBySpan =
        Small.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ScaleBySpan =
        Scales.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> DoubtfulBySpan =
        Doubtful.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The magnitude written right behind a number, in powers of ten, and whether it can be nothing else.</summary>
    public static (int Scale, bool Certain) ScaleAfter(string text, int end)
    {
        var spaced = end < text.Length && text[end] is ' ' or '\u00A0' or '\u202F' or '-';
        var word = WordAt(text, spaced ? end + 1 : end);
        if (word.Length is 0 or > LongestWord)
            return (0, true);
        if (ScaleBySpan.TryGetValue(word, out var scale))
            return (scale, true);
        return !spaced && DoubtfulBySpan.TryGetValue(word, out scale) ? (scale, false) : (0, true);
    }

    /// <summary>Adds what a text says in words: "three", "twenty-five", "two million", "a million".</summary>
    public static void AddTo(HashSet<string> known, string text, CancellationToken cancellationToken)
    {
        var pace = new Pace(cancellationToken);
        var (tens, value) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            pace.Step();
            var word = WordAt(text, i);
            if (word.Length == 0)
            {
                i++;
                continue;
            }

            i += word.Length;
            if (word.Length > LongestWord)
                value = tens = 0;
            else if (SmallBySpan.TryGetValue(word, out var small))
            {
                value = tens > 0 && small is > 0 and < 10 ? tens + small : small;
                tens = small >= 20 ? small : 0;
                known.Add(NumberScanner.Value($"{value}", "", 0));
            }
            else if (ScaleBySpan.TryGetValue(word, out var scale))
            {
                known.Add(NumberScanner.Value($"{Math.Max(value, 1)}", "", scale));
                (tens, value) = (0, 0);
            }
            else
                value = tens = 0;
        }
    }

    /// <summary>The run of letters at a position; a sign that is a word by itself counts as one.</summary>
    private static ReadOnlySpan<char> WordAt(string text, int start)
    {
        if (start >= text.Length || !char.IsLetter(text[start]))
            return [];
        if (text[start] is >= '\u4E00' and <= '\u9FFF')
            return text.AsSpan(start, 1);
        var end = start + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(start, end - start);
    }

    private static FrozenDictionary<string, int> Table(params (int Value, string Words)[] rows)
        => rows
            .SelectMany(row => row.Words.Split(' '), (row, word) => (row.Value, Word: word))
            .DistinctBy(entry => entry.Word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(entry => entry.Word, entry => entry.Value, StringComparer.OrdinalIgnoreCase);
}

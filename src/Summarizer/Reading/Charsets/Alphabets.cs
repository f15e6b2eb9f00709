namespace Summarizer.Reading.Charsets;

/// <summary>The letters beyond ASCII of a language, and pairs that are frequent in it.</summary>
internal sealed class Alphabet
{
    private const double Foreign = -1;
    private readonly Dictionary<char, double> weights = [];
    private readonly HashSet<(char, char)> pairs = [];

    /// <param name="language">ISO 639-1; one stands for all that share the letters.</param>
    /// <param name="letters">In the order of their frequency; the first weighs 1, the last a third.</param>
    /// <param name="pairs">Frequent pairs, between spaces.</param>
    public Alphabet(string language, string letters, string pairs)
    {
        Language = language;
        for (var i = 0; i < letters.Length; i++)
            weights.TryAdd(letters[i], 1 - (0.7 * i / Math.Max(letters.Length, 8)));
        foreach (var pair in pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            this.pairs.Add((pair[0], pair[1]));
    }

    public string Language { get; }

    public double Weight(char letter) => weights.GetValueOrDefault(letter, Foreign);

    public bool IsPair(char first, char second) => pairs.Contains((first, second));
}

/// <summary>Letters by frequency, from each language's published letter statistics.</summary>
internal static class Alphabets
{
    public static IReadOnlyList<Alphabet> All { get; } =
    [
        new("de", "äüöß", "fü ür üb äh äc ög wä kö mü"),
        new("fr", "éèàêçùôâîûëïœüÿæ", "té ré dé mé èr èm né pé là él ét"),
        new("es", "óíáéñúüç", "ió ía má tá án én ón"),
        new("pt", "ãçáéóêíõâúàô", "çã ão nã ça õe ém ên"),
        new("it", "àèùòìéó", "tà iù rà"),
        new("da", "øåæéö", "på få så væ nå"),
        new("sv", "äåöéü", "är på fö ör så nä"),
        new("is", "áðíþæöúóéý", "að þa"),
        new("pl", "łąężśóćńź", "ię ią że ął ło ów śc ał"),
        new("cs", "íáéěřčžýšůúďťňó", "ní že ře ěl čá př ří ěn tě ší ší ků"),
        new("sk", "áíčžéšýľúťňôďäĺŕó", "ní že čn ám ší"),
        new("hu", "áéóőöüíúű", "ál és ás él ét"),
        new("ro", "ăîâșțşţ", "că în ți ţi și şi"),
        new("hr", "čšžćđ", "že ći"),
        new("tr", "ıüşğçöâîû", "ın ır ığ da aş iş"),
        new("et", "äõüöšž", "õi är üh"),
        new("lv", "āīēšļūņžčģķ", "ša"),
        new("lt", "ėųžšąįūęč", "ši že"),
        new("eo", "ĉĝĥĵŝŭ", "aŭ eŭ ĉi ĝi ŝt"),
        new("mt", "ħżġċàù", "ħa ta"),
        new("sq", "ëç", "të që"),
        new("ca", "àéèíïòóúüç", "ió"),
        new("ru", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "ст но то на ен ов ни ра во ко пр ос ро по ре ка ли ер ол ть ет ла ел ан пи ва та ит ем не ти ве ри ск ви ор ль за де те ам ег ог го ло ма"),
        new("uk", "оаинвертслікудпмяьзбгйчхжїцюєшфщґ", "на но по ро ст ві ни ра ко ти ва пр ер то ен та ий ою их ів"),
        new("bg", "аоиетнрсвлдкпмзгуъябчщцжшйхфюь", "на та ст ни то ра но ов ва ен ко ри ат те ли пр да за ят"),
        new("el", "αοιετνσηρπκμςλυάόίέγδωήχθύφβώζξψϊΐϋΰ", "το ου ων ης να κα αι στ τη ει πο με ον ρο τα αν τι ερ"),
        new("he", "יוהלאתרבמשנכםדפקעחןגצסזטךץף", "ים ות של לה את הו וה ני ול רי מי לו אל על יו"),
        new("ar", "الينمرتوبدسعفهكقةحجأشصطىخإضذزثئءغظؤآ", "ال في من لا ية ات وا لم ان لى عل ها"),
        new("th", "นรอกเงมยวดทสตะาปบคลหพชขไใจโแธซถภณำผฟฉษศฎญฐฮฆฬฝ", "กา อง เป ที มา นา คว ระ งา ไม ขอ"),
    ];
}

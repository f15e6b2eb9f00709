namespace Summarizer.Reading.Metadata;

/// <summary>Names of the months and their usual abbreviations, in the languages that datelines are most often met in.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro styczeń stycznia января янв ledna januára januar ocak oca ianuarie tammikuuta leden",
        "february feb februar februari février fevrier fév févr febrero febbraio fevereiro fev luty lutego февраля фев února februára şubat şub februarie helmikuuta únor",
        "march mar märz maerz mär maart mrt mars marzo março marzec marca марта мар března mart martie maaliskuuta březen",
        "april apr avril avr abril abr aprile kwiecień kwietnia апреля апр dubna apríla nisan nis aprilie huhtikuuta duben",
        "may mai mei mayo maggio mag maio maj maja мая май května mája mayıs mayis toukokuuta květen",
        "june jun juni juin junio giugno giu junho czerwiec czerwca июня июн června júna haziran haz iunie kesäkuuta červen",
        "july jul juli juillet juil julio luglio lug julho lipiec lipca июля июл července júla temmuz tem iulie heinäkuuta červenec",
        "august aug augustus août aout agosto ago agosto sierpień sierpnia августа авг srpna augusta ağustos ağu elokuuta srpen",
        "september sep sept septembre septiembre setiembre settembre set setembro wrzesień września сентября сен září septembra eylül eyl septembrie syyskuuta",
        "october oct oktober okt octobre octubre ottobre ott outubro out październik października октября окт října októbra ekim eki octombrie lokakuuta říjen",
        "november nov novembre noviembre novembro listopad listopada ноября ноя listopadu novembra kasım kas noiembrie marraskuuta",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia декабря дек prosince decembra aralık ara decembrie joulukuuta prosinec",
    ];

    /// <summary>Month by name; a name that two languages use for two months belongs to the one named first.</summary>
    public static IEnumerable<KeyValuePair<string, int>> All => Names
        .SelectMany((names, index) => names.Split(' ').Select(name => KeyValuePair.Create(name, index + 1)))
        .DistinctBy(pair => pair.Key);
}

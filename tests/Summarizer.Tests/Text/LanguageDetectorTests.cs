using Summarizer.Text;

namespace Summarizer.Tests.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The harbour board voted on Tuesday to close the old ferry landing after more than a century of service.")]
    [InlineData("de", "Der Hafenrat hat am Dienstag beschlossen, die alte Fähre nach mehr als hundert Jahren einzustellen.")]
    [InlineData("fr", "Le conseil du port a voté mardi la fin du bac, qui reliait l'île à la ville depuis un siècle.")]
    [InlineData("es", "La junta del puerto votó el martes el cierre del transbordador, que funcionaba desde hace un siglo.")]
    [InlineData("it", "Il consiglio del porto ha votato martedì la chiusura del traghetto, che era attivo da oltre un secolo.")]
    [InlineData("pt", "O conselho do porto votou na terça-feira o fim da balsa, que não funcionava mais há muito tempo.")]
    [InlineData("nl", "Het havenbestuur heeft dinsdag besloten om de oude veerdienst na meer dan een eeuw te sluiten.")]
    [InlineData("pl", "Zarząd portu zdecydował we wtorek, że stary prom nie będzie już kursował po ponad stu latach.")]
    [InlineData("ru", "Совет порта проголосовал во вторник за закрытие старой паромной переправы, которая работала сто лет.")]
    [InlineData("uk", "Рада порту проголосувала у вівторок за закриття старої поромної переправи, яка її з'єднувала з містом.")]
    [InlineData("el", "Το συμβούλιο του λιμανιού ψήφισε την Τρίτη το κλείσιμο του παλιού πορθμείου.")]
    [InlineData("ar", "صوت مجلس الميناء يوم الثلاثاء على إغلاق العبارة القديمة بعد أكثر من قرن.")]
    [InlineData("zh", "港口委员会周二投票决定关闭运营了一个多世纪的旧渡轮码头。")]
    [InlineData("ja", "港湾委員会は火曜日、一世紀以上続いた古い渡し船の廃止を決めた。")]
    [InlineData("ko", "항만위원회는 화요일 한 세기 넘게 운영된 옛 나루터를 닫기로 결정했다.")]
    public void Detect_names_the_language(string language, string text)
        => Assert.Equal(language, LanguageDetector.Detect(text));

    [Fact]
    public void Detect_says_nothing_of_what_it_does_not_know()
        => Assert.Null(LanguageDetector.Detect("xq zzt 123 brrk ffpp"));
}

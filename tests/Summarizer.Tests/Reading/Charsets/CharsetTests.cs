using System.Text;

namespace Summarizer.Tests.Reading.Charsets;

public sealed class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "Die Regierung hat für nächstes Jahr neue Maßnahmen angekündigt.")]
    [InlineData("utf-16", "Die Regierung hat für nächstes Jahr neue Maßnahmen angekündigt.")]
    [InlineData("utf-16BE", "Президент подписал закон о бюджете.\nДепутаты поддержали документ.")]
    [InlineData("utf-32", "Die Regierung hat für nächstes Jahr neue Maßnahmen angekündigt.")]
    [InlineData("windows-1252", "Die Regierung – so heißt es – hat für nächstes Jahr „neue Maßnahmen“ angekündigt.")]
    [InlineData("macintosh", "Le gouvernement a annoncé de nouvelles mesures, a déclaré le ministre à la télévision")]
    [InlineData("windows-1250", "Vláda oznámila nová opatření na podporu hospodářství, která začnou platit příští rok.")]
    [InlineData("iso-8859-2", "Rząd ogłosił nowe środki wsparcia dla gospodarki, które wejdą w życie w przyszłym roku.")]
    [InlineData("ibm852", "A kormány új intézkedéseket jelentett be a gazdaság támogatására, amelyek jövőre lépnek életbe.")]
    [InlineData("windows-1251", "Президент подписал закон о бюджете на следующий год. Депутаты поддержали документ.")]
    [InlineData("koi8-r", "Президент подписал закон о бюджете на следующий год.")]
    [InlineData("cp866", "Президент подписал закон о бюджете на следующий год.")]
    [InlineData("windows-1253", "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία και την εργασία.")]
    [InlineData("windows-1254", "Hükümet gelecek yıl yürürlüğe girecek yeni ekonomik destek önlemlerini açıkladı.")]
    [InlineData("windows-1255", "הממשלה הודיעה על תוכנית חדשה לתמיכה בכלכלה")]
    [InlineData("windows-1256", "أعلنت الحكومة عن خطة جديدة لدعم الاقتصاد الوطني في العام المقبل")]
    [InlineData("windows-874", "รัฐบาลประกาศมาตรการใหม่เพื่อสนับสนุนเศรษฐกิจในปีหน้า")]
    [InlineData("shift_jis", "政府は来年施行される新しい経済支援策を発表しました。")]
    [InlineData("euc-jp", "政府は来年施行される新しい経済支援策を発表しました。")]
    [InlineData("iso-2022-jp", "政府は来年施行される新しい経済支援策を発表しました。")]
    [InlineData("gb18030", "政府宣布了明年生效的新经济支持措施，受到各方关注。")]
    [InlineData("big5", "政府宣布了明年生效的新經濟支持措施，受到各方關注。")]
    [InlineData("euc-kr", "정부는 내년부터 시행되는 새로운 경제 지원 대책을 발표했다.")]
    public void Content_tells_the_charset(string charset, string text)
    {
        var reading = Assert.IsType<ArticleReading.Readable>(Uploads.Read(Encoding.GetEncoding(charset).GetBytes(text)));
        Assert.Equal(text.Replace("\n", "\n\n", StringComparison.Ordinal), reading.Article.Text);
    }

    [Fact]
    public void A_declaration_that_holds_is_followed()
    {
        var page = "<html><head><meta charset='iso-8859-7'></head><body><p>"
            + string.Concat(Enumerable.Repeat("Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία. ", 4)) + "</p></body></html>";
        var reading = Uploads.Read(Encoding.GetEncoding("iso-8859-7").GetBytes(page), "page.html");
        Assert.Equal("iso-8859-7", reading.Charset);
    }

    [Fact]
    public void UTF8_is_told_even_when_something_else_is_declared()
        => Assert.Equal("utf-8", Uploads.Read(Encoding.UTF8.GetBytes("Größe und Maß"), "a.txt", "text/plain; charset=iso-8859-1").Charset);
}

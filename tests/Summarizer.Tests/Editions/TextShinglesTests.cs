using System.Globalization;
using System.Text;
using Summarizer.Editions;

namespace Summarizer.Tests.Editions;

public sealed class TextShinglesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_edited_article_is_an_edition_whatever_its_typography()
    {
        var text = Prose(1, 300);
        var retyped = text.Replace("word2244 ", "WORD2244 ", StringComparison.Ordinal).Replace(". ", ".\n\n", StringComparison.Ordinal);
        var edited = $"MARLOW — {retyped} This was added at the end.";

        var match = Compare(text, edited);

        Assert.Equal(EditionLabel.Edition, match.Label);
        Assert.InRange(match.Similarity, 0.95, 1);
    }

    [Fact]
    public void An_excerpt_is_derived()
        => Assert.Equal(EditionLabel.Derived, Compare(Prose(1, 900), Prose(1, 100)).Label);

    [Fact]
    public void Reports_that_quote_the_same_speech_are_different()
    {
        var speech = $"“{Prose(1, 70)}”";

        var match = Compare($"{Prose(2, 80)}\n\n{speech}\n\n{Prose(3, 30)}", $"{Prose(4, 60)}\n\n{speech}\n\n{Prose(5, 40)}");

        Assert.Equal(EditionLabel.Different, match.Label);
        Assert.InRange(match.Similarity, 0.3, 0.5);
        Assert.Equal(
            EditionLabel.Derived,
            Compare($"{Prose(2, 80)}\n\n{Prose(1, 70)}\n\n{Prose(3, 30)}", $"{Prose(4, 60)}\n\n{Prose(1, 70)}\n\n{Prose(5, 40)}").Label);
    }

    [Theory]
    [InlineData("委員会は月曜日に古い図書館を再開した。修理には三年かかり、費用は予定より少なかった。最初の朝には二百人以上が訪れた。")]
    [InlineData("สภาเมืองเปิดห้องสมุดเก่าอีกครั้งเมื่อวันจันทร์หลังจากซ่อมแซมเป็นเวลาสามปีและใช้เงินน้อยกว่าที่วางแผนไว้")]
    [InlineData("أعاد مجلس المدينة فتح المكتبة القديمة يوم الاثنين بعد إصلاح استغرق ثلاث سنوات وكلف أقل مما كان مخططا له")]
    public void Any_script_is_compared(string text)
    {
        Assert.Equal(EditionLabel.Edition, Compare(text, text + "。").Label);
        Assert.Equal(EditionLabel.Different, Compare(text, Prose(1, 50)).Label);
    }

    [Fact]
    public void A_character_script_is_not_alike_for_a_phrase_that_everyone_uses()
    {
        const string phrase = "中华人民共和国政府";
        var match = Compare($"甲乙丙丁戊己庚辛壬癸子丑寅卯{phrase}", $"天地玄黄宇宙洪荒日月盈昃辰宿{phrase}");

        Assert.Equal(new EditionMatch(EditionLabel.Different, 0), match);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "one two three four five six")]
    [InlineData("…", "—")]
    public void Nothing_is_like_nothing(string left, string right)
        => Assert.Equal(new EditionMatch(EditionLabel.Different, 0), Compare(left, right));

    [Fact]
    public void Short_texts_are_editions_when_all_their_words_are_the_same()
    {
        Assert.Equal(new EditionMatch(EditionLabel.Edition, 1), Compare("Dog bites man", "dog bites man!"));
        Assert.Equal(
            EditionLabel.Different,
            Compare("The council of Marlow will meet on Monday at ten.", "The council of Marlow will meet on Monday at noon.").Label);
    }

    [Fact]
    public void What_is_related_is_found_by_its_sketch_and_what_is_not_is_not()
    {
        var left = TextShingles.From(Prose(1, 600), Token);
        var rewritten = TextShingles.From(Prose(1, 120) + Prose(2, 500), Token);
        var other = TextShingles.From(Prose(3, 600), Token);

        Assert.True(left.Sketch.ContainsAny(rewritten.Sketch));
        Assert.False(left.Sketch.ContainsAny(other.Sketch));
        Assert.Equal(TextShingles.SketchSize, left.Sketch.Length);
    }

    [Fact]
    public void Comparing_observes_cancellation()
        => Assert.ThrowsAny<OperationCanceledException>(
            () => TextShingles.From(Prose(1, 5_000), new CancellationToken(canceled: true)));

    /// <summary>Sentences of ten words, always the same for a seed, and nothing in common with those of another.</summary>
    internal static string Prose(int seed, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"word{(i * 7919 % 1009) + (seed * 2000)}");
            text.Append(i == 0 ? "" : i % 10 == 0 ? ". " : " ").Append(word);
        }

        return text.Append('.').ToString();
    }

    private static EditionMatch Compare(string left, string right)
    {
        var (a, b) = (TextShingles.From(left, Token), TextShingles.From(right, Token));
        Assert.Equal(b.CompareTo(a), a.CompareTo(b));
        return a.CompareTo(b);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Summarizer.Text;

namespace Summarizer.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("The U.S. Senate met. It voted.", "The U.S. Senate met.|It voted.")]
    [InlineData("He lives in the U.S. The court ruled.", "He lives in the U.S.|The court ruled.")]
    [InlineData("Sen. Ron Wyden spoke to Dr. J. K. Roe at 3 p.m. on Monday.", "Sen. Ron Wyden spoke to Dr. J. K. Roe at 3 p.m. on Monday.")]
    [InlineData("It grew 3.5 percent. Prices rose 1,200.75 dollars.", "It grew 3.5 percent.|Prices rose 1,200.75 dollars.")]
    [InlineData("In Derna ....and he is winning. Then rain came.", "In Derna ....and he is winning.|Then rain came.")]
    [InlineData("Wait... Nobody came. Why? Nobody knows!", "Wait...|Nobody came.|Why?|Nobody knows!")]
    [InlineData("“We won. We will go on,” he said. Others left.", "“We won. We will go on,” he said.|Others left.")]
    [InlineData("“What is it?” Smith asked. She left.", "“What is it?” Smith asked.|She left.")]
    [InlineData("He called it “a disgrace.” She agreed.", "He called it “a disgrace.”|She agreed.")]
    [InlineData("George W. Bush spoke. Item No. 5 failed.", "George W. Bush spoke.|Item No. 5 failed.")]
    [InlineData("Am 3. Oktober feiert man z. B. in Berlin. Dr. Merkel kam.", "Am 3. Oktober feiert man z. B. in Berlin.|Dr. Merkel kam.")]
    [InlineData("Il a dit : « C’est fini. On part. » Elle est partie.", "Il a dit : « C’est fini. On part. »|Elle est partie.")]
    [InlineData("La Sra. Gómez habló. ¿Quién vino? Nadie.", "La Sra. Gómez habló.|¿Quién vino?|Nadie.")]
    [InlineData("El EE.UU. de hoy. Il dott. Rossi parla. O Dr. Silva disse.", "El EE.UU. de hoy.|Il dott. Rossi parla.|O Dr. Silva disse.")]
    [InlineData("今日は雨です。明日は晴れます。", "今日は雨です。|明日は晴れます。")]
    [InlineData("وصل الرئيس؟ نعم وصل.", "وصل الرئيس؟|نعم وصل.")]
    [InlineData("She was born in 1999. The year was wet.", "She was born in 1999.|The year was wet.")]
    public void Sentences_end_where_they_end(string text, string expected)
        => Assert.Equal(expected.Split('|'), SentenceSplitter.Split(text).Select(s => s.Span.In(text)));

    [Fact]
    public void A_heading_is_a_block_that_is_no_sentence()
    {
        const string text = "What comes next\n\nThe army will march.\n\n- first point\n- second point";
        var sentences = SentenceSplitter.Split(text);
        Assert.Equal([false, true, false, false], sentences.Select(s => s.IsWhole));
        Assert.Equal("second point", sentences[3].Span.In(text));
    }

    [Fact]
    public void A_wrapped_line_goes_on()
    {
        const string text = "The committee that was set up in the spring to look at\nall of this has not met. It will.";
        Assert.Equal(2, SentenceSplitter.Split(text).Count);
    }

    [Fact]
    public void Every_text_is_covered_in_order_and_without_overlap()
    {
        var pieces = Gen.Elements("Mr. Roe said “no.”", " ", "\n\n", "\r\n", ". ", "“", "”", "U.S.", "3.", "…", "é", "😀", "。", "« x ! »",
            "a", "A", "- ", "'", "\"", "\u0301", "\ud83d");
        Prop.ForAll(Arb.From(Gen.ListOf(pieces).Select(string.Concat)), text =>
        {
            var end = 0;
            foreach (var (span, _, _) in SentenceSplitter.Split(text))
            {
                if (span.Start < end || span.End <= span.Start || !text.AsSpan(end, span.Start - end).TrimStart("0123456789.)*•-–")
                    .ToString().All(c => char.IsWhiteSpace(c) || !char.IsLetter(c)))
                    return false;
                end = span.End;
            }

            return text.AsSpan(end).IsWhiteSpace();
        }).QuickCheckThrowOnFailure();
    }
}

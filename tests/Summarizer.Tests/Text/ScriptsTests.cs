using Summarizer.Text;

namespace Summarizer.Tests.Text;

public sealed class ScriptsTests
{
    [Theory]
    [InlineData("The ferry and Ωμέγα", "Latin", 16)]
    [InlineData("паром", "Cyrillic", 5)]
    [InlineData("渡し船です", "EastAsian", 5)]
    [InlineData("12, 13.", "None", 0)]
    public void The_main_script_is_that_of_most_letters(string text, string script, int letters)
        => Assert.Equal((script, letters), (Scripts.Main(text).Script.ToString(), Scripts.Main(text).Letters));

    [Theory]
    [InlineData('雨', true, true)]
    [InlineData('ก', true, true)]
    [InlineData('한', false, true)]
    [InlineData('ж', false, false)]
    public void A_script_without_spaces_hides_where_words_end_and_Hangul_does_too(char letter, bool isWord, bool hidesEnds)
        => Assert.Equal((isWord, hidesEnds), (Scripts.HasWordPerCharacter(letter), Scripts.HidesWordEnds(letter)));
}

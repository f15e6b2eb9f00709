using Summarizer.Catalog.Search;

namespace Summarizer.Tests.Catalog.Search;

/// <summary>What somebody types is read, whatever it is; nothing of it is syntax to the database.</summary>
public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("siege ferry", "\"siege\" \"ferry\"", "")]
    [InlineData("\"Siege of Derna\" ferr*", "\"siege of derna\" \"ferr\" *", "")]
    [InlineData("siege -ferry -\"old town\"", "\"siege\"", "\"ferry\" \"old town\"")]
    [InlineData("\"open phrase", "\"open phrase\"", "")]
    [InlineData("“curly” «angled»", "\"curly\" \"angled\"", "")]
    [InlineData("U.S.-led", "\"u s led\"", "")]
    [InlineData("- -- * \"\" ! AND", "\"and\"", "")]
    [InlineData("title:x (a OR b) NEAR/2 ^c {d}", "\"title x\" \"a\" \"or\" \"b\" \"near 2\" \"c\" \"d\"", "")]
    [InlineData("中東和平 库 x库存", "\"中東 東和 和平\" \"库\" * \"x 库存\"", "")]
    [InlineData("กรุงเทพ", "\"กร ร ง งเ เท ทพ\"", "")]
    [InlineData("대통령", "\"대통 통령\"", "")]
    public void It_is_read(string typed, string sought, string excluded)
    {
        var terms = SearchTerms.Parse(typed);

        Assert.Equal(Plain(sought), Plain(string.Join(' ', terms.Sought.Select(t => t.Match))));
        Assert.Equal(excluded, string.Join(' ', terms.Excluded.Select(t => t.Match)));

        // Thai vowels and Korean letters come apart when they are folded.
        static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKD)
            .Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark));
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("\"\"")]
    [InlineData("*")]
    [InlineData("-")]
    public void What_no_text_can_have_is_nothing(string typed) => Assert.True(SearchTerms.Parse(typed).IsEmpty);
}

using Summarizer.Catalog;
using Summarizer.Storage.Entries;
using static Summarizer.Tests.Catalog.Targets.TargetArticles;

namespace Summarizer.Tests.Catalog;

/// <summary>Articles are found by what stands in them, in any script, and what fits best comes first.</summary>
public sealed class SearchTests
{
    private static readonly (string Name, string Title, string Text)[] Articles =
    [
        ("en.txt", "The harbour reopens", "Fishermen returned to the old harbour after the long siege of Derna."),
        ("other.txt", "A siege remembered",
            "Nobody spoke of fishermen. The harbour is of no interest; the town of Derna lay under a long siege."),
        ("de.txt", "Größere Brücken", "Die Müllabfuhr überquert täglich die Brücke."),
        ("ru.txt", "Мирные переговоры", "Президент России встретился с делегацией."),
        ("ar.txt", "حصار المدينة", "قال المتحدث إن الحصار مستمر منذ عام."),
        ("zh.txt", "中東和平", "新的水库已经建成，当地居民表示欢迎。"),
        ("ja.txt", "首相の発言", "首相は東京で記者会見を開いた。"),
        ("th.txt", "ข่าววันนี้", "รัฐบาลประกาศมาตรการใหม่เพื่อสนับสนุนเศรษฐกิจ"),
        ("ko.txt", "오늘의 뉴스", "대통령은 서울에서 기자회견을 열었다."),
        ("hi.txt", "आज की ख़बर", "प्रधानमंत्री ने दिल्ली में भाषण दिया।"),
    ];

    [Theory]
    [InlineData("fishermen", "en.txt other.txt")]
    [InlineData("FISHERMEN returned", "en.txt")]
    [InlineData("fish*", "en.txt other.txt")]
    [InlineData("fish", "")]
    [InlineData("\"siege of Derna\"", "en.txt")]
    [InlineData("\"siege of Der\"*", "en.txt")]
    [InlineData("siege -fishermen", "")]
    [InlineData("siege -returned", "other.txt")]
    [InlineData("siege -\"no interest\"", "en.txt")]
    [InlineData("mullabfuhr", "de.txt")]
    [InlineData("BRÜCKE", "de.txt")]
    [InlineData("россии", "ru.txt")]
    [InlineData("الحصار", "ar.txt")]
    [InlineData("水库", "zh.txt")]
    [InlineData("库", "zh.txt")]
    [InlineData("建成", "zh.txt")]
    [InlineData("中東 水库", "zh.txt")]
    [InlineData("水建", "")]
    [InlineData("記者会見", "ja.txt")]
    [InlineData("東京", "ja.txt")]
    [InlineData("มาตรการ", "th.txt")]
    [InlineData("대통령", "ko.txt")]
    [InlineData("दिल्ली", "hi.txt")]
    [InlineData("\"returned to\" harbour", "en.txt")]
    [InlineData("en.txt", "en.txt")]
    [InlineData("!!!", "")]
    public void It_is_found(string typed, string names)
    {
        using var catalog = Filled();

        Assert.Equal(
            names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            catalog.Names(new ArticleQuery { Words = typed }).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_word_in_the_title_counts_more_than_in_the_text()
    {
        using var catalog = Filled();

        Assert.Equal(["other.txt", "en.txt"], catalog.Names(new ArticleQuery { Words = "siege" }, limit: 1));
        Assert.Equal(["en.txt", "other.txt"], catalog.Names(new ArticleQuery { Words = "harbour" }, limit: 1));
        Assert.Equal(["other.txt", "en.txt"], catalog.Names(new ArticleQuery { Words = "harbour" }, sort: ArticleSort.Title));
    }

    [Fact]
    public void A_snippet_shows_it_and_a_list_without_words_has_none()
    {
        using var catalog = Filled();

        var found = catalog.Page(new ArticleQuery { Words = "水库" }).Items.Single().Snippet!;

        Assert.Equal("水库", found.Text[found.Marks.Single().Start..found.Marks.Single().End]);
        Assert.All(catalog.Page(ArticleQuery.All).Items, i => Assert.Null(i.Snippet));
        Assert.Empty(catalog.Page(new ArticleQuery { Words = "de.txt" }).Items.Single().Snippet!.Marks);
    }

    [Fact]
    public void An_article_is_found_by_the_name_that_others_give_to_its_target_and_by_no_namesake()
    {
        using var catalog = Table([Person("Joe Biden", "Biden")], [Person("Biden")], [Place("Jordan")], [Person("Michael Jordan")]);

        Assert.Equal(["0.txt", "1.txt"], catalog.Names(new ArticleQuery { Words = "joe" }).Order());
        Assert.Equal(["0.txt", "1.txt"], catalog.Names(new ArticleQuery { Words = "\"joe biden\" -derna" }).Order());
        Assert.Equal(["0.txt", "1.txt"], catalog.Names(new ArticleQuery { Words = "jo*", Target = "Biden" }).Order());
        Assert.Equal(["3.txt"], catalog.Names(new ArticleQuery { Words = "michael" }));
        catalog.Remove("0.txt");
        Assert.Empty(catalog.Names(new ArticleQuery { Words = "joe" }));
    }

    [Fact]
    public void What_is_removed_or_waits_is_found_no_more_by_its_text()
    {
        using var catalog = Filled();
        catalog.PutPending("en.txt");
        catalog.Remove("other.txt");

        Assert.Empty(catalog.Names(new ArticleQuery { Words = "siege" }));
        Assert.Equal(["en.txt"], catalog.Names(new ArticleQuery { Words = "en" }));
    }

    /// <summary>Whatever is typed finds something or nothing.</summary>
    [Fact]
    public void Nothing_that_can_be_typed_is_an_error()
    {
        string[] pieces =
        [
            "\"", "*", "-", "(", ")", "AND", "OR", "NOT", "NEAR(", "^", ":", "{title}", "'", ";", "\0", "\uD800", "\uFFFE", "siege", " ",
            "库",
            "\u0301", "½", "𠀀", "numbers:", "\uE0001", "--", "/*", "$match", "%", "\\", "ก", "ी",
        ];
        using var catalog = Filled();
        var random = new Random(3);
        foreach (var typed in pieces.Concat(Enumerable.Range(0, 1_500).Select(_ => string.Concat(
            Enumerable.Range(0, 1 + random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])))))
            Assert.True(catalog.Page(new ArticleQuery { Words = typed, Publisher = typed, Target = typed, Prefix = typed }).Total >= 0);
        Assert.Empty(catalog.Names(new ArticleQuery { Words = "\uE0001" }));
    }

    [Fact]
    public void Every_filter_and_every_order_goes_with_words()
    {
        using var catalog = new CatalogDriver();
        catalog.Put([.. Enumerable.Range(0, 120).Select(Results.Numbered)]);
        var all = catalog.Page(ArticleQuery.All).Items.ToDictionary(i => i.Name);
        var siege = catalog.Names(new ArticleQuery { Words = "siege" });
        Assert.InRange(siege.Count, 5, 60);
        foreach (var query in new ArticleQuery[]
        {
            new() { Publisher = "Publisher 3" }, new() { Prefix = "2017/" }, new() { Target = "Derna", Stance = Stance.Favor },
            new() { Status = ListStatus.Succeeded }, new() { From = new DateOnly(2020, 1, 1) }, new() { Reviewed = false },
        })
        {
            var both = catalog.Names(query).Intersect(siege).Order(StringComparer.Ordinal).ToArray();
            foreach (var sort in Enum.GetValues<ArticleSort>())
            {
                Assert.Equal(both, catalog.Names(query with { Words = "siege" }, 3, sort).Order(StringComparer.Ordinal));
                var without = catalog.Names(query with { Words = "-siege" }, 3, sort);
                Assert.Equal(catalog.Names(query).Except(siege).Order(StringComparer.Ordinal), without.Order(StringComparer.Ordinal));
            }
        }

        Assert.Equal(
            siege.OrderByDescending(n => all[n].PublishedOn).ThenBy(n => n, StringComparer.Ordinal),
            catalog.Names(new ArticleQuery { Words = "siege" }, 4, ArticleSort.Published));
    }

    private static CatalogDriver Filled()
    {
        var catalog = new CatalogDriver();
        catalog.Put([
            .. Articles.Select((a, i) =>
            {
                var result = Results.Of(a.Name, i, a.Title);
                return result with
                {
                    Article = result.Article! with { Text = a.Text },
                    Summary = result.Summary! with { Headline = a.Title },
                };
            }),
        ]);
        return catalog;
    }
}

using Summarizer.Catalog;
using static Summarizer.Tests.Catalog.Targets.TargetArticles;

namespace Summarizer.Tests.Catalog.Targets;

/// <summary>The same target in several articles is one, whatever they call it, and two targets are never one.</summary>
public sealed class TargetIndexTests
{
    [Fact]
    public void A_surname_means_the_person_whom_an_article_calls_by_it()
    {
        using var table = Table([Person("Joe Biden", "Biden")], [Person("Biden")], [Person("Biden")]);

        Assert.Equal(["Joe Biden 3"], table.Targets());
        foreach (var name in new[] { "Joe Biden", "biden", "BIDEN", "the Biden" })
            Assert.Equal(["0.txt", "1.txt", "2.txt"], table.About(name));
    }

    [Fact]
    public void A_surname_alone_means_nobody_known_from_elsewhere()
        => Assert.Equal(["Biden 1", "Joe Biden 1"], Table([Person("Joe Biden")], [Person("Biden")]).Targets());

    [Fact]
    public void A_surname_of_two_is_neithers()
    {
        using var table = Table([Person("Jane Roe", "Roe")], [Person("John Roe", "Roe")], [Person("Roe")]);

        Assert.Equal(["Jane Roe 1", "John Roe 1", "Roe 1"], table.Targets());
        Assert.Equal(["2.txt"], table.About("Roe"));
        table.Remove("2.txt");
        Assert.Equal(["0.txt", "1.txt"], table.About("Roe"));
    }

    [Fact]
    public void A_surname_is_shared_with_those_whom_no_article_calls_by_it_alone()
    {
        using var table = Table([Person("Joe Roe", "Roe")], [Person("Jane Roe")], [Person("Roe")]);
        Assert.Equal(["Jane Roe 1", "Joe Roe 1", "Roe 1"], table.Targets());

        table.Put(Result("3.txt", Person("Joe Roe", "Roe")));

        Assert.Equal(["Joe Roe 3", "Jane Roe 1"], table.Targets());
    }

    [Fact]
    public void Two_forms_of_a_full_name_that_an_article_binds_share_their_surname()
    {
        using var table = Table(
            [Person("Donald J. Trump", "Donald Trump", "Trump")], [Person("Donald Trump", "Trump")], [Person("Trump")]);

        Assert.Equal(["Donald J. Trump 3"], table.Targets());
        table.Put(Result("3.txt", Person("Donald Trump", "Trump")));
        Assert.Equal(["Donald Trump 4"], table.Targets());
    }

    [Fact]
    public void A_given_name_joins_nobody()
        => Assert.Equal(["Russell 1", "Russell Simmons 1"], Table([Person("Russell Simmons", "Russell")], [Person("Russell")]).Targets());

    [Fact]
    public void A_country_is_one_under_its_names_and_its_adjective()
    {
        using var table = Table(
            [Place("U.S.")], [Place("United States")], [Topic("American")], [Body("the US")], [Place("America")], [Body("USA")]);

        Assert.Equal(["United States 6"], table.Targets());
        Assert.Equal(6, table.About("u.s.a.").Length);
        Assert.Equal(6, table.About("Vereinigte Staaten").Length);
    }

    [Fact]
    public void A_well_known_target_goes_by_a_name_that_articles_use()
    {
        Assert.Equal(["U.S. 2"], Table([Place("U.S.")], [Place("American")]).Targets());
        Assert.Equal(["WHO 1"], Table([Body("WHO")]).Targets());
        Assert.Equal(["World Health Organization 1"], Table([Body("World Health Organization", "WHO")]).Targets());
    }

    [Fact]
    public void A_person_is_no_country()
    {
        using var table = Table([Person("Michael Jordan", "Jordan")], [Person("Jordan")], [Place("Jordan")], [Place("Jordanian")]);

        Assert.Equal(["Jordan 2", "Michael Jordan 2"], table.Targets());
    }

    [Fact]
    public void An_acronym_means_the_long_form_that_some_article_binds_it_to()
    {
        Assert.Equal(
            ["Holm Ferry Council 3"], Table([Body("Holm Ferry Council", "HFC")], [Body("HFC")], [Body("H.F.C.")]).Targets());
        Assert.Equal(["Holm Ferry Council 2"], Table([Body("HFC", "Holm Ferry Council")], [Body("HFC")]).Targets());
        Assert.Equal(["HFC 1", "Holm Ferry Council 1"], Table([Body("Holm Ferry Council")], [Body("HFC")]).Targets());
        Assert.Equal(
            ["HFC 1", "Holm Ferry Council 1", "Home Front Command 1"],
            Table([Body("Holm Ferry Council", "HFC")], [Body("Home Front Command", "HFC")], [Body("HFC")]).Targets());
    }

    [Fact]
    public void Case_accents_and_full_stops_make_no_other_target()
    {
        using var table = Table([Place("Derna")], [Place("DERNA")], [Place("Dérna")], [Place("Derna.")], [Place("Derna")]);

        Assert.Equal(["Derna 5"], table.Targets());
    }

    [Fact]
    public void A_name_for_an_office_joins_nobody_to_his_successor()
    {
        using var table = Table(
            [Person("Mitt Romney", "Republican nominee", "nominee")], [Person("John McCain", "Republican nominee", "nominee")],
            [Person("Romney", "Republican nominee")], [Person("McCain", "Republican nominee")]);

        Assert.Equal(4, table.Targets().Length);
    }

    [Fact]
    public void Another_type_is_another_target_unless_it_is_unsure_a_full_name_or_a_rare_exception()
    {
        Assert.Equal(["Liverpool 1", "Liverpool FC 1"], Table([Body("Liverpool FC", "Liverpool")], [Place("Liverpool")]).Targets());
        Assert.Equal(["Joe Biden 3"], Table([Person("Joe Biden", "Biden")], [Topic("Biden")], [Body("Joe Biden")]).Targets());
        var hamas = Enumerable.Range(0, 4).Select(StanceTarget[] (_) => [Body("Hamas")]).ToArray();
        Assert.Equal(["Hamas 5"], Table([.. hamas, [Person("Hamas")]]).Targets());
        Assert.Equal(["Hamas 3", "Hamas 1"], Table([.. hamas[1..], [Person("Hamas")]]).Targets());
    }

    [Fact]
    public void What_is_deleted_parts_what_it_bound()
    {
        using var table = Table([Person("Joe Biden", "Biden")], [Person("Biden")], [Person("Biden")]);

        table.Remove("0.txt");
        Assert.Equal(["Biden 2"], table.Targets());
        table.Put(Result("0.txt", Person("Joe Biden")));
        Assert.Equal(["Biden 2", "Joe Biden 1"], table.Targets());
        table.Put(Result("0.txt", Person("Joe Biden", "Biden")));
        Assert.Equal(["Joe Biden 3"], table.Targets());
        foreach (var name in new[] { "0.txt", "1.txt", "2.txt" })
            table.Remove(name);
        Assert.Empty(table.Targets());
        Assert.Equal(0, table.NameCount);
    }

    [Fact]
    public void Names_in_a_circle_are_one_target()
        => Assert.Equal(
            ["Charlie 3"], Table([Body("Alpha", "Bravo")], [Body("Bravo", "Charlie")], [Body("Charlie", "Alpha")]).Targets());

    [Fact]
    public void A_list_shows_the_canonical_name_beside_the_articles_own()
    {
        using var table = Table([Person("Joe Biden", "Biden")], [Person("Biden")]);

        var chip = Assert.Single(table.Page(new ArticleQuery { Prefix = "1.txt" }).Items.Single().Stances);

        Assert.Equal(("Joe Biden", "Biden"), (chip.Target, chip.Named));
        Assert.Equal(2, table.Names(new ArticleQuery { Words = "joe" }).Count);
    }

    [Fact]
    public void An_alias_that_says_too_little_still_finds_its_article()
        => Assert.Equal(["0.txt"], Table([Body("Romney", "the Republican nominee")]).About("Republican nominee"));

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("'")]
    [InlineData("\u0000|\n")]
    [InlineData("\uD800")]
    [InlineData("\uFDFA\u202E<script>")]
    [InlineData("the")]
    public void Any_name_is_a_target(string name)
    {
        using var table = Table([Person(name, name + "x", "", "y" + name)], [Topic(name)], [Person(name, name)]);

        Assert.Contains("0.txt", table.About(name));
        Assert.Equal(table.Targets().Length, Pages(table).Distinct().Count());
        foreach (var i in Enumerable.Range(0, 3))
            table.Remove($"{i}.txt");
        Assert.Equal(0, table.NameCount);
    }

    [Fact]
    public void Pages_hold_every_target_once()
    {
        using var table = Table([.. Enumerable.Range(0, 50).Select(StanceTarget[] (i) => [Place($"Town {i % 20}"), Topic($"Plan {i}")])]);

        Assert.Equal(table.Targets(), Pages(table).Select(i => FormattableString.Invariant($"{i.Name} {i.Articles}")));
    }

    [Fact]
    public void The_list_counts_and_names()
    {
        using var table = Table(
            [Person("Joe Biden", "Biden", "Mr. Biden")], [Person("Biden"), Place("Derna")], [Person("Biden", "Mr. Biden")]);

        var page = table.TargetPage(new TargetQuery { Words = "MR bid", Type = TargetType.Person }, 1, default);

        var biden = Assert.Single(page.Items);
        Assert.Equal((1, null), (page.Total, page.Cursor));
        Assert.Equal(("Joe Biden", 3, 9), (biden.Name, biden.Articles, biden.Mentions));
        Assert.Equal(new TargetStances(3, 0, 0, 0), biden.Stances);
        Assert.Equal(["Biden", "Mr. Biden"], biden.Aliases);
        Assert.Empty(table.TargetPage(new TargetQuery { Words = "biden", Type = TargetType.Place }, 1, default).Items);
        Assert.Empty(table.Targets("iden"));
    }

    private static IEnumerable<TargetItem> Pages(CatalogDriver table)
    {
        var cursor = default(TargetCursor);
        while (true)
        {
            var page = table.TargetPage(new TargetQuery(), 7, cursor);
            foreach (var item in page.Items)
                yield return item;
            if (page.Cursor is null)
                yield break;
            Assert.True(TargetCursor.TryParse(page.Cursor, out cursor));
        }
    }
}

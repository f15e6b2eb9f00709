using Summarizer.Text;

namespace Summarizer.Tests.Text;

public sealed class WordListFileTests
{
    private const string List = """
        # What belongs in here.

        [verbs]
        say it's
        tell
        [notices]
        sign up_; read more
        by
        """;

    private readonly WordListFile file = new(new StringReader(List));

    [Fact]
    public void Sections_and_words_keep_their_order()
    {
        Assert.Equal(["verbs", "notices"], file.Sections);
        Assert.Equal(["say", "it's", "tell"], file.Words("verbs"));
    }

    [Fact]
    public void Phrases_are_apart_by_semicolons_and_line_ends_and_keep_a_space_that_is_marked()
        => Assert.Equal(["sign up ", "read more", "by"], file.Phrases("notices"));

    [Fact]
    public void A_set_knows_both_apostrophes_and_no_case_unless_asked_to()
    {
        Assert.True(file.Set("verbs").Contains("IT’S"));
        Assert.False(file.Set("verbs", StringComparer.Ordinal).Contains("Tell"));
    }

    [Fact]
    public void A_section_that_is_not_there_is_named()
        => Assert.Contains("[nouns]", Assert.Throws<InvalidDataException>(() => file.Words("nouns").ToList()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Every_list_says_first_what_belongs_in_it()
    {
        var assembly = typeof(WordListFile).Assembly;
        var lists = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".txt", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(lists);
        Assert.All(lists, name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Assert.StartsWith("# ", reader.ReadLine(), StringComparison.Ordinal);
            Assert.NotEmpty(WordListFile.Open(name).Sections);
        });
    }
}

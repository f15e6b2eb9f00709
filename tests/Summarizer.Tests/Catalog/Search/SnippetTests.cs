using Summarizer.Catalog.Search;

namespace Summarizer.Tests.Catalog.Search;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("The SIÈGE of Derna.", "siege", "SIÈGE")]
    [InlineData("A ferry, the ferries and Ferrari.", "ferr*", "ferry|ferries|Ferrari")]
    [InlineData("Siege of Derna, the siege.", "\"siege of derna\"", "Siege of Derna")]
    [InlineData("中東和平的未來", "和平", "和平")]
    [InlineData("中東和平的未來", "平", "平")]
    [InlineData("Nothing of it.", "siege", "")]
    [InlineData("", "siege", "")]
    [InlineData("Siege and harbour.", "siege -harbour", "Siege")]
    public void It_marks_what_was_found(string text, string typed, string marked)
    {
        var snippet = Snippet.Create(text, SearchTerms.Parse(typed).Sought);

        Assert.Equal(marked, string.Join('|', snippet.Marks.Select(m => snippet.Text[m.Start..m.End])));
    }

    [Fact]
    public void It_shows_where_most_words_stand_together()
    {
        var filler = string.Concat(Enumerable.Repeat("Nothing happens here today. ", 40));
        var text = $"A siege. {filler}The ferry met the siege at the harbour. {filler}";

        var snippet = Snippet.Create(text, SearchTerms.Parse("siege ferry harbour").Sought);

        Assert.Equal(["ferry", "siege", "harbour"], snippet.Marks.Select(m => snippet.Text[m.Start..m.End]));
        Assert.InRange(snippet.Text.Length, 100, 300);
        Assert.Contains(snippet.Text, text, StringComparison.Ordinal);
    }

    /// <summary>Any text and any query: marks lie within the snippet, in order and apart.</summary>
    [Fact]
    public void Marks_stand_where_they_say()
    {
        string[] pieces =
            ["siege", " ", "\n", "\uD83D\uDE00", "\uD800", "和平", "é", "\u0301", "ferry", "กี่", "-", "\"", "*", "\0", "ﬁ", "½"];
        var random = new Random(5);
        for (var i = 0; i < 3_000; i++)
        {
            var (text, typed) = (Some(random.Next(400)), Some(random.Next(6)));

            var snippet = Snippet.Create(text, SearchTerms.Parse(typed).Sought);

            Assert.Contains(snippet.Text, text, StringComparison.Ordinal);
            var end = 0;
            foreach (var mark in snippet.Marks)
            {
                Assert.True(end <= mark.Start && mark.Start < mark.End && mark.End <= snippet.Text.Length);
                end = mark.End;
            }
        }

        string Some(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}

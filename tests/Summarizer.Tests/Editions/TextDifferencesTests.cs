using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Summarizer.Editions;

namespace Summarizer.Tests.Editions;

public sealed class TextDifferencesTests
{
    private static readonly string[] Pieces =
        ["the ", "Council ", "reopened ", "\n\n", "“so it is”", " – ", "a", ".", "\r\n", "😀", "図書館", "\u00AD", "\ud800", "  ", "word7 "];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Words_are_compared_within_aligned_paragraphs()
    {
        const string left = "The council reopened the library.\n\nIt had been closed for years.\n\nThe mayor praised the builders.";
        const string right = "The council has reopened the old library.\n\nThe mayor thanked the builders.\n\nNobody else came.";

        Assert.Equal(
            ["+has ", "+old ", "-It had been closed for years.\n\n", "~praised |thanked ", "+Nobody else came."],
            Changes(left, right));
    }

    [Fact]
    public void Typography_is_no_difference()
        => Assert.Empty(Changes("“It’s over” – he said.\n\nEnd.", "\"It's over\" - he  said.\r\n\r\nEnd."));

    [Fact]
    public void Repeated_paragraphs_are_the_same_where_they_are()
    {
        var refrain = string.Concat(Enumerable.Repeat("So they sang.\n\n", 50));

        Assert.Equal(["+Then it rained.\n\n"], Changes(refrain + refrain, $"{refrain}Then it rained.\n\n{refrain}"));
    }

    [Fact]
    public void One_long_paragraph_is_compared_word_by_word()
    {
        var words = Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i}")).ToArray();
        var edited = words.Select((w, i) => i % 500 == 250 ? "changed" : w).ToArray();

        var changes = Changes(string.Join(' ', words), string.Join(' ', edited));

        Assert.Equal(40, changes.Count);
        Assert.Equal("~w250 |changed ", changes[0]);
    }

    [Theory]
    [InlineData(400_000, "word ", "word ")]
    [InlineData(400_000, "word ", "other ")]
    [InlineData(200_000, "a\n\n", "b\n\n")]
    [InlineData(100_000, "a b ", "b b a ")]
    [InlineData(100_000, "“", "” a ")]
    public void Repetition_costs_no_more_than_reading(int times, string left, string right)
    {
        var (a, b) = (string.Concat(Enumerable.Repeat(left, times)), string.Concat(Enumerable.Repeat(right, times - 7)) + "x");

        AssertTiles(a, b, TextDifferences.Between(a, b, Token));
    }

    [Fact]
    public void Many_small_stretches_stay_within_the_bound()
    {
        // Certain places, and between them what has nothing in common and is long.
        var random = new Random(1);
        string Text(string word) => string.Join(' ', Enumerable.Range(0, 300).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"one{i} two{i} three{i} four{i} {string.Join(' ', Enumerable.Range(0, 480).Select(_ => word + random.Next(400)))}")));
        var (a, b) = (Text("x"), Text("x"));

        AssertTiles(a, b, TextDifferences.Between(a, b, Token));
    }

    [Fact]
    public void Comparing_observes_cancellation()
        => Assert.ThrowsAny<OperationCanceledException>(() => TextDifferences.Between(
            TextShinglesTests.Prose(1, 5_000), TextShinglesTests.Prose(2, 5_000), new CancellationToken(canceled: true)));

    [Fact]
    public void The_stretches_are_the_whole_of_both_texts_and_equal_where_they_say_so()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(texts.Zip(texts).ToArbitrary(), pair =>
            {
                var (left, right) = pair;
                AssertTiles(left, right, TextDifferences.Between(left, right, Token));
            }));
    }

    private static void AssertTiles(string left, string right, IReadOnlyList<Difference> differences)
    {
        var (l, r) = (0, 0);
        foreach (var (kind, onLeft, onRight) in differences)
        {
            Assert.Equal((l, r), (onLeft.Start, onRight.Start));
            (l, r) = (onLeft.End, onRight.End);
            if (kind == DifferenceKind.Same)
                Assert.Equal(Bare(onLeft.In(left)), Bare(onRight.In(right)));
            else
                Assert.Equal(
                    (kind == DifferenceKind.Added, kind == DifferenceKind.Removed),
                    (Bare(onLeft.In(left)).Length == 0, Bare(onRight.In(right)).Length == 0));
        }

        Assert.Equal((left.Length, right.Length), (l, r));
    }

    private static string Bare(string text) => new([
        .. text.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch { '“' or '”' => '"', '’' => '\'', '–' => '-', _ => c })]);

    private static List<string> Changes(string left, string right)
    {
        var differences = TextDifferences.Between(left, right, Token);
        AssertTiles(left, right, differences);
        return
        [
            .. differences.Where(d => d.Kind != DifferenceKind.Same).Select(d => d.Kind switch
            {
                DifferenceKind.Added => $"+{d.Right.In(right)}",
                DifferenceKind.Removed => $"-{d.Left.In(left)}",
                _ => $"~{d.Left.In(left)}|{d.Right.In(right)}",
            }),
        ];
    }
}

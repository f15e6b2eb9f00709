using Summarizer.Extractive.Entities.Recognition;

namespace Summarizer.Tests.Extractive.Entities.Recognition;

public sealed class LabelChainTests
{
    /// <summary>Tokens of a chain whose label sequences can all be counted: seven to the power of this.</summary>
    private const int Tokens = 4;

    /// <summary>Tokens of the longest segment.</summary>
    private const int Longest = 64;

    private const int Start = NameLabel.Count;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_best_sequence_is_the_best_of_all(int seed)
    {
        var (chain, sequences) = Solved(seed);

        Assert.Equal(sequences.MaxBy(s => s.Score).Labels, chain.Best[..Tokens]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Probabilities_are_shares_of_all_sequences(int seed)
    {
        var (chain, sequences) = Solved(seed);
        var all = sequences.Sum(s => Math.Exp(s.Score));
        double Share(Predicate<int[]> isSo) => sequences.Where(s => isSo(s.Labels)).Sum(s => Math.Exp(s.Score)) / all;

        for (var token = 0; token < Tokens; token++)
        {
            for (var label = 0; label < NameLabel.Count; label++)
            {
                var (at, its) = (token, label);
                Assert.Equal(Share(s => s[at] == its), chain.Probability(at, its), 1e-6);
                for (var before = 0; token > 0 && before < NameLabel.Count; before++)
                {
                    var other = before;
                    Assert.Equal(Share(s => s[at - 1] == other && s[at] == its), chain.PairProbability(at, other, its), 1e-6);
                }
            }
        }
    }

    [Fact]
    public void A_types_probability_is_the_mean_over_the_names_tokens()
    {
        var (chain, _) = Solved(4);
        double Of(int label) => (chain.Probability(1, label) + chain.Probability(2, label)) / 2;

        var types = chain.TypesOf(1, 3);

        Assert.Equal(Of(NameLabel.First(TargetType.Person)) + Of(NameLabel.Inside(TargetType.Person)), types.Person, 1e-6);
        Assert.Equal(
            Of(NameLabel.First(TargetType.Organization)) + Of(NameLabel.Inside(TargetType.Organization)), types.Organization, 1e-6);
        Assert.Equal(Of(NameLabel.First(TargetType.Place)) + Of(NameLabel.Inside(TargetType.Place)), types.Place, 1e-6);
        Assert.Equal(1 - Of(NameLabel.Outside), types.Any, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void The_longest_segment_neither_overflows_nor_underflows(float scale)
    {
        var chain = new LabelChain(Scores(new Random(5), (NameLabel.Count + 1) * NameLabel.Count, 1));
        Fill(chain, new Random(6), Longest, scale);

        chain.Solve();

        for (var token = 0; token < Longest; token++)
            Assert.Equal(1, Enumerable.Range(0, NameLabel.Count).Sum(label => chain.Probability(token, label)), 1e-6);
        for (var token = 1; token < Longest; token++)
            Assert.True(NameLabel.MayFollow(chain.Best[token], chain.Best[token - 1]));
        Assert.False(NameLabel.IsInside(chain.Best[0]));
    }

    /// <summary>One chain serves all segments of a text.</summary>
    [Fact]
    public void What_a_longer_segment_left_behind_changes_nothing()
    {
        var transitions = Scores(new Random(7), (NameLabel.Count + 1) * NameLabel.Count, 1);
        var (used, fresh) = (new LabelChain(transitions), new LabelChain(transitions));
        Fill(used, new Random(8), Longest, 3);
        used.Solve();
        Fill(used, new Random(9), Tokens, 1);
        Fill(fresh, new Random(9), Tokens, 1);

        used.Solve();
        fresh.Solve();

        Assert.Equal(Tokens, used.Length);
        Assert.Equal(fresh.Best[..Tokens], used.Best[..Tokens]);
        Assert.Equal(fresh.TypesOf(0, Tokens), used.TypesOf(0, Tokens));
    }

    private static (LabelChain Chain, List<(int[] Labels, double Score)> Sequences) Solved(int seed)
    {
        var random = new Random(seed);
        var transitions = Scores(random, (NameLabel.Count + 1) * NameLabel.Count, 2);
        var chain = new LabelChain(transitions);
        Fill(chain, random, Tokens, 2);
        chain.Solve();
        List<(int[] Labels, double Score)> sequences = [([], 0)];
        for (var token = 0; token < Tokens; token++)
        {
            var emissions = chain.EmissionsOf(token).ToArray();
            sequences = [.. sequences.SelectMany(s => Enumerable.Range(0, NameLabel.Count).Where(label => MayFollow(label, s.Labels))
                .Select(label => ((int[])[.. s.Labels, label],
                    s.Score + transitions[(Last(s.Labels) * NameLabel.Count) + label] + emissions[label])))];
        }

        return (chain, sequences);
    }

    private static int Last(int[] labels) => labels is [.., var last] ? last : Start;

    private static bool MayFollow(int label, int[] labels)
        => labels is [.., var before] ? NameLabel.MayFollow(label, before) : !NameLabel.IsInside(label);

    private static void Fill(LabelChain chain, Random random, int tokens, float scale)
    {
        chain.Reset(tokens);
        for (var token = 0; token < tokens; token++)
            Scores(random, NameLabel.Count, scale).CopyTo(chain.EmissionsOf(token));
    }

    /// <summary>From minus to plus <paramref name="scale"/>.</summary>
    private static float[] Scores(Random random, int count, float scale)
        => [.. Enumerable.Range(0, count).Select(_ => ((random.NextSingle() * 2) - 1) * scale)];
}

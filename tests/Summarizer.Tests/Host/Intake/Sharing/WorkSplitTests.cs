using FsCheck;
using FsCheck.Fluent;
using Summarizer.Host.Intake.Sharing;

namespace Summarizer.Tests.Host.Intake.Sharing;

public sealed class WorkSplitTests
{
    private static readonly Gen<(string Name, string[] Hosts)> Cases =
        from name in Gen.Elements("a.txt", "b.txt", "2018/derna.md", "ü/日本.html", "x").Select(n => n)
        from number in Gen.Choose(0, 100_000)
        from count in Gen.Choose(1, 8)
        from seed in Gen.Choose(0, 1_000_000)
        select ($"{number}/{name}", Enumerable.Range(0, count).Select(i => $"host{seed + (i * 7919)}").ToArray());

    [Fact]
    public void Every_name_has_exactly_one_owner_whoever_asks_and_in_whatever_order()
        => Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            var splits = c.Hosts.Select(h => new WorkSplit(h, c.Hosts.Where(o => o != h).Reverse())).ToArray();
            return splits.Count(s => s.IsOwn(c.Name, null)) == 1
                   && splits.Select(s => s.OwnerOf(c.Name, null)).Distinct().Count() == 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_host_that_leaves_moves_only_its_own_names()
        => Prop.ForAll(Cases.Where(c => c.Hosts.Length > 1).ToArbitrary(), c =>
        {
            var leaver = c.Hosts[^1];
            var (before, after) = (new WorkSplit(c.Hosts[0], c.Hosts), new WorkSplit(c.Hosts[0], c.Hosts[..^1]));
            var owner = before.OwnerOf(c.Name, null);
            return owner == leaver || after.OwnerOf(c.Name, null) == owner;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_took_an_upload_in_keeps_it_while_on_the_roll()
        => Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            var split = new WorkSplit(c.Hosts[0], c.Hosts);
            return c.Hosts.All(h => split.OwnerOf(c.Name, h) == h)
                   && split.OwnerOf(c.Name, "gone") == split.OwnerOf(c.Name, null);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Shares_are_about_equal(int hosts)
    {
        var split = new WorkSplit("host0", Enumerable.Range(0, hosts).Select(i => $"host{i}"));

        var shares = Enumerable.Range(0, 10_000).GroupBy(i => split.OwnerOf($"{i}.txt", null)).Select(g => g.Count());

        Assert.All(shares, share => Assert.InRange(share * hosts, 9_000, 11_000));
    }

    /// <summary>Hosts of different versions share the work too.</summary>
    [Theory]
    [InlineData("1.txt", "c")]
    [InlineData("2.txt", "a")]
    [InlineData("2018/derna.md", "c")]
    public void The_numbers_never_change(string name, string owner)
        => Assert.Equal(owner, new WorkSplit("a", ["b", "c"]).OwnerOf(name, null));
}

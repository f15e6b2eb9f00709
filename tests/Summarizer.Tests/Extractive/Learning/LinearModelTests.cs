using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using Summarizer.Extractive.Learning;

namespace Summarizer.Tests.Extractive.Learning;

public sealed class LinearModelTests
{
    private const int Classes = 3, Slots = 4;

    private const ulong Feature = 0x1234_0000_0000_0001;

    [Fact]
    public void A_features_weights_are_added_in_units()
    {
        var model = new LinearModel(Bytes());
        var sums = Vector256.Create((short)10);

        model.Add([Feature], ref sums);

        Assert.Equal([15, 3, 10], Enumerable.Range(0, Classes).Select(c => (int)sums[c]));
        Assert.Equal((Classes, 0.25f), (model.Classes, model.Unit));
    }

    /// <summary>The second shares the slot of the one that is there, but for its check.</summary>
    [Theory]
    [InlineData(0x1234_0000_0000_0000)]
    [InlineData(0x4321_0000_0000_0001)]
    public void A_feature_that_training_never_saw_adds_nothing(ulong feature)
    {
        var sums = Vector256<short>.Zero;

        new LinearModel(Bytes()).Add([feature], ref sums);

        Assert.Equal(Vector256<short>.Zero, sums);
    }

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "nothing", [] },
        { "less than a header", Bytes()[..7] },
        { "a header alone", Bytes()[..LinearModel.HeaderBytes] },
        { "cut amid a slot", Bytes()[..^1] },
        { "one slot too few", Bytes()[..^(LinearModel.CheckBytes + Classes)] },
        { "a byte too many", [.. Bytes(), 0] },
        { "no classes", [0, .. Bytes()[1..]] },
        { "another number of classes", [4, .. Bytes()[1..]] },
        { "endless classes", [.. Bytes()[..3], 127, .. Bytes()[4..]] },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_file_is_refused(string damage, byte[] bytes)
    {
        var error = Assert.Throws<InvalidDataException>(() => new LinearModel(bytes));

        Assert.Equal("The weights of a model are damaged; run its training command again.", error.Message);
        Assert.NotEmpty(damage);
    }

    [Fact]
    public void A_file_that_the_assembly_lacks_is_named()
        => Assert.Contains("no/such.bin", Assert.Throws<InvalidOperationException>(() => LinearModel.Open("no/such.bin")).Message,
            StringComparison.Ordinal);

    /// <summary>One feature in the second of four slots.</summary>
    private static byte[] Bytes()
    {
        var bytes = new byte[LinearModel.HeaderBytes + (Slots * (LinearModel.CheckBytes + Classes))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Classes);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(sizeof(int)), 0.25f);
        var slot = bytes.AsSpan(LinearModel.HeaderBytes + LinearModel.CheckBytes + Classes);
        BinaryPrimitives.WriteUInt16LittleEndian(slot, LinearModel.CheckOf(Feature));
        (slot[2], slot[3]) = (5, unchecked((byte)-7));
        return bytes;
    }
}

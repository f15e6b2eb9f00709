using Microsoft.Extensions.Options;
using Summarizer.Storage;

namespace Summarizer.Host.Intake;

/// <summary>How many articles this process works on at once, wherever they come from: in a quick lane, and beside it in a heavy
/// one.</summary>
/// <remarks>
/// <para>What a text costs cannot be told beforehand, and a few that cost minutes must not keep thousands waiting that cost
/// milliseconds. So articles are scheduled as processes are by a multilevel feedback queue of two levels: whatever is small
/// starts in the quick lane, and what has computed there for <see cref="Quantum"/> gives its slot back once all are taken. It goes
/// on in the heavy lane when that has room, and otherwise is interrupted and begins anew there when its turn comes. A small
/// article thus waits for a quantum or two, however long others compute, with a single slot too.</para>
/// <para>It holds after a restart, which remembers nothing: what brought the last process down is listed again with all others,
/// and if it is small it may take one quantum before it stands in the heavy line, which no small article waits in.</para>
/// <para>Large uploads are in the heavy lane from the start, which bounds how many of them are in memory at once.</para>
/// </remarks>
internal sealed class ArticleSlots(IOptions<ArticlesOptions> options) : IDisposable
{
    /// <summary>Bytes from which on an upload is large: few articles are, and what they hold in memory is many times that.</summary>
    internal const long LargeBytes = 256 * 1024;

    /// <summary>Computing time after which an article is slow: a thousand times what most take, and a wait that nobody minds.</summary>
    internal static readonly TimeSpan Quantum = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim quick = new(options.Value.Parallel);
    private readonly SemaphoreSlim heavy = new(HeavyOf(options.Value));

    /// <summary>Slots of both lanes.</summary>
    public int Count { get; } = options.Value.Parallel + HeavyOf(options.Value);

    /// <summary>Slots of the quick lane that are free now.</summary>
    public int FreeQuick => quick.CurrentCount;

    /// <summary>The lane that an upload of this length starts in.</summary>
    public static Lane LaneOf(long bytes) => bytes > LargeBytes ? Lane.Heavy : Lane.Quick;

    /// <summary>Waits for a slot; disposing it gives it back.</summary>
    public async Task<ArticleSlot> TakeAsync(Lane lane, CancellationToken cancellationToken)
    {
        await SemaphoreOf(lane).WaitAsync(cancellationToken);
        return new ArticleSlot(quick, heavy, lane);
    }

    /// <summary>A slot that is free now; null when there is none.</summary>
    public ArticleSlot? TryTake(Lane lane) => SemaphoreOf(lane).Wait(0) ? new ArticleSlot(quick, heavy, lane) : null;

    public void Dispose()
    {
        quick.Dispose();
        heavy.Dispose();
    }

    private SemaphoreSlim SemaphoreOf(Lane lane) => lane == Lane.Quick ? quick : heavy;

    /// <summary>Half the slots: by default one a core, since heavy articles compute and hardly wait.</summary>
    private static int HeavyOf(ArticlesOptions options) => Math.Max(1, options.Parallel / 2);
}

/// <summary>Where articles run, by what they are known to cost.</summary>
internal enum Lane
{
    /// <summary>Small uploads that have not been slow.</summary>
    Quick,

    /// <summary>Large uploads, and small ones that turned out to be slow.</summary>
    Heavy,
}

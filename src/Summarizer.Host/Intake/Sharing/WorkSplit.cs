namespace Summarizer.Host.Intake.Sharing;

/// <summary>Who does what among the hosts of one storage account: every article has exactly one owner.</summary>
/// <remarks>
/// Rendezvous hashing (Thaler and Ravishankar, 1998): each host draws a number for the name, and the highest has it. All
/// hosts that know the same members agree without a word, and a host that comes or goes moves only its own names. Hosts of
/// different versions must agree too, so the numbers may not change.
/// </remarks>
internal sealed class WorkSplit
{
    private readonly string self;
    private readonly (string Host, ulong Seed)[] hosts;

    public WorkSplit(string self, IEnumerable<string> others)
    {
        this.self = self;
        hosts = [.. others.Append(self).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(h => (h, Number(h)))];
    }

    public IEnumerable<string> Hosts => hosts.Select(h => h.Host);

    /// <summary>Whether there is nobody to share with.</summary>
    public bool IsAlone => hosts.Length == 1;

    /// <param name="name">The article.</param>
    /// <param name="acceptedBy">The host that took its upload in; null when it went straight into the container.</param>
    public bool IsOwn(string name, string? acceptedBy) => IsAlone || OwnerOf(name, acceptedBy) == self;

    /// <inheritdoc cref="IsOwn"/>
    public string OwnerOf(string name, string? acceptedBy)
    {
        var drawn = Number(name);
        var (owner, highest) = (hosts[0].Host, 0UL);
        foreach (var (host, seed) in hosts)
        {
            if (host == acceptedBy)
                return host;
            // The first in the hosts' order wins when two draw the same.
            if (Mix(drawn ^ seed) is var number && number > highest)
                (owner, highest) = (host, number);
        }

        return owner;
    }

    public bool HasSameHosts(WorkSplit other) => Hosts.SequenceEqual(other.Hosts, StringComparer.Ordinal);

    /// <summary>FNV-1a, 64 bits, over the UTF-16 code units.</summary>
    private static ulong Number(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in text)
            hash = (hash ^ c) * 0x100000001B3;
        return hash;
    }

    /// <summary>The finaliser of splitmix64: spreads what FNV leaves alike in similar names.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}

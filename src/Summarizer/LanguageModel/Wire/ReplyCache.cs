using System.Security.Cryptography;
using System.Text;

namespace Summarizer.LanguageModel.Wire;

/// <summary>Replies that were paid for, kept until they are surely written down: a try that comes again pays only for what is
/// missing.</summary>
internal sealed class ReplyCache
{
    /// <summary>Replies kept; of a few kilobytes each.</summary>
    private const int Capacity = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, PaidReply> replies = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    public static string Key(IEnumerable<ChatText> messages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var message in messages)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(message.Role));
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(message.Content));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public PaidReply? Find(string key)
    {
        lock (gate)
            return replies.GetValueOrDefault(key);
    }

    public void Keep(string key, PaidReply reply)
    {
        lock (gate)
        {
            if (!replies.TryAdd(key, reply))
                return;
            order.Enqueue(key);
            if (order.Count > Capacity)
                replies.Remove(order.Dequeue());
        }
    }
}

/// <param name="Use">What it cost.</param>
internal sealed record PaidReply(ModelReply Reply, TokenUse Use);

using System.Buffers.Binary;
using System.Numerics;
using Summarizer.Text;

namespace Summarizer.Training.Names;

/// <summary>
/// <c>clusters DATA_FOLDER OUT</c>: words that stand in the same places of running text share a number. Spherical k-means
/// (Dhillon, Modha 2001) over what stands before and behind each word.
/// </summary>
internal sealed class WordClusters
{
    private const int FewestTimes = 4, Clusters = 320, Contexts = 600, Passes = 15, Seed = 17, Dimensions = 128;

    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Text, List<Token> Tokens)> texts = [];

    public WordClusters(IEnumerable<string> all)
    {
        foreach (var text in all)
        {
            var tokens = WordTokenizer.Tokenize(text, CancellationToken.None);
            texts.Add((text, tokens));
            foreach (var token in tokens)
            {
                var word = token.Span.In(text);
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }
    }

    public byte[] File()
    {
        var frequent = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        var contexts = frequent.Take(Contexts).Select((c, i) => (c.Key, i))
            .ToDictionary(c => c.Key, c => c.i, StringComparer.OrdinalIgnoreCase);
        var words = frequent.Where(c => c.Value >= FewestTimes).Select((c, i) => (c.Key, i))
            .ToDictionary(c => c.Key, c => c.i, StringComparer.OrdinalIgnoreCase);
        var vectors = Vectors(words, contexts);
        var clusters = Cluster(vectors);
        Console.WriteLine($"{words.Count} words of {texts.Sum(t => t.Tokens.Count)}");
        foreach (var cluster in words.GroupBy(w => clusters[w.Value]).OrderBy(c => c.Key).Take(60))
            Console.WriteLine($"{cluster.Key}: {string.Join(' ', cluster.Take(14).Select(w => w.Key))}");
        return Table(words, clusters);
    }

    private const int Extra = 24;

    private float[][] Vectors(Dictionary<string, int> words, Dictionary<string, int> contexts)
    {
        var vectors = new float[words.Count][];
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = new float[(2 * (contexts.Count + 8)) + Extra];
        var right = contexts.Count + 8;
        var extra = 2 * right;
        foreach (var (text, tokens) in texts)
        {
            for (var t = 0; t < tokens.Count; t++)
            {
                if (!words.TryGetValue(tokens[t].Span.In(text), out var word))
                    continue;
                var vector = vectors[word];
                vector[ContextOf(text, tokens, t, -1, contexts)]++;
                vector[right + ContextOf(text, tokens, t, 1, contexts)]++;
                vector[extra + (int)tokens[t].Shape] += 2;
            }
        }

        var columns = new double[vectors[0].Length];
        foreach (var vector in vectors)
        {
            for (var c = 0; c < columns.Length; c++)
                columns[c] += vector[c];
        }

        var total = columns.Sum();
        foreach (var vector in vectors)
        {
            double row = vector.Sum(), length = 0;
            for (var c = 0; c < columns.Length; c++)
            {
                if (vector[c] == 0)
                    continue;
                // Positive mutual information, damped where a word is rare.
                var information = Math.Log(vector[c] * total / (row * columns[c]));
                vector[c] = (float)(Math.Max(0, information) * (vector[c] / (vector[c] + 1)) * (c >= extra ? 2 : 1));
                length += vector[c] * vector[c];
            }

            for (var c = 0; length > 0 && c < columns.Length; c++)
                vector[c] /= (float)Math.Sqrt(length);
        }

        return vectors;
    }

    private static int ContextOf(string text, List<Token> tokens, int token, int step, Dictionary<string, int> contexts)
    {
        var other = token + step;
        var count = contexts.Count;
        if (other < 0 || other >= tokens.Count)
            return count;
        var (a, b) = step < 0 ? (other, token) : (token, other);
        var gap = text.AsSpan(tokens[a].Span.End, tokens[b].Span.Start - tokens[a].Span.End);
        if (gap.IndexOf('\n') >= 0)
            return count;
        if (gap.IndexOf(',') >= 0)
            return count + 1;
        if (gap.IndexOfAny(".!?:;") >= 0)
            return count + 2;
        if (contexts.TryGetValue(tokens[other].Span.In(text), out var context))
            return context;
        return count + 3 + (int)tokens[other].Shape;
    }

    private static int[] Cluster(float[][] vectors)
    {
        var random = new Random(Seed);
        var centers = new float[Clusters][];
        for (var c = 0; c < Clusters; c++)
            centers[c] = (float[])vectors[random.Next(Math.Min(vectors.Length, 6000))].Clone();
        var clusters = new int[vectors.Length];
        for (var pass = 0; pass < Passes; pass++)
        {
            Parallel.For(0, vectors.Length, v =>
            {
                var (best, most) = (0, double.MinValue);
                for (var c = 0; c < Clusters; c++)
                {
                    var similarity = Dot(vectors[v], centers[c]);
                    if (similarity > most)
                        (best, most) = (c, similarity);
                }

                clusters[v] = best;
            });
            foreach (var center in centers)
                Array.Clear(center);
            for (var v = 0; v < vectors.Length; v++)
            {
                var center = centers[clusters[v]];
                for (var d = 0; d < center.Length; d++)
                    center[d] += vectors[v][d];
            }

            foreach (var center in centers)
            {
                var length = Math.Sqrt(Dot(center, center));
                for (var d = 0; length > 0 && d < center.Length; d++)
                    center[d] /= (float)length;
            }
        }

        return clusters;
    }

    private static float Dot(float[] a, float[] b)
    {
        var sum = Vector<float>.Zero;
        var d = 0;
        for (; d <= a.Length - Vector<float>.Count; d += Vector<float>.Count)
            sum += new Vector<float>(a, d) * new Vector<float>(b, d);
        var all = Vector.Sum(sum);
        for (; d < a.Length; d++)
            all += a[d] * b[d];
        return all;
    }

    private static byte[] Table(Dictionary<string, int> words, int[] clusters)
    {
        var rows = words.Select(w => (Hash: TextHash.Compute(w.Key), Cluster: clusters[w.Value]))
            .DistinctBy(r => r.Hash >> 32).OrderBy(r => r.Hash).ToList();
        var file = new byte[rows.Count * 6];
        for (var i = 0; i < rows.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(i * 6), (uint)(rows[i].Hash >> 32));
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan((i * 6) + 4), (ushort)(rows[i].Cluster + 1));
        }

        return file;
    }
}

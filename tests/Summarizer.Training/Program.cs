using System.Diagnostics;
using System.Globalization;
using Summarizer.Engines.Embedded.Stances;
using Summarizer.Training;

var train = Example.Read(args[1]);
var devs = args[2..].Where(a => a.EndsWith(".jsonl", StringComparison.Ordinal)).ToList();
double Opt(string k, double d) => args.Where(a => a.StartsWith(k + "=", StringComparison.Ordinal)).Select(a => double.Parse(a[(k.Length + 1)..], CultureInfo.InvariantCulture)).FirstOrDefault(d);
var scales = FeatureScales.Default;
foreach (var a in args.Where(a => a.StartsWith("scale", StringComparison.Ordinal)))
    scales[(int)Enum.Parse<FeatureFamily>(a[6..a.IndexOf('=', StringComparison.Ordinal)])] = double.Parse(a[(a.IndexOf('=', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
var watch = Stopwatch.StartNew();
var table = new FeatureTable(train, (int)Opt("least", 2));
var rows = train.Select(e => table.RowOf(e, scales)).ToList();
Console.WriteLine($"{table.Hashes.Count} features, {rows.Average(r => r.Indices.Length):0} a row, {watch.ElapsedMilliseconds} ms");
foreach (var g in table.Families.GroupBy(f => f)) Console.Write($"{g.Key} {g.Count()}  ");
Console.WriteLine();
SoftmaxTrainer T(int seed) => new((int)Opt("passes", 12), Opt("rate", 0.1), Opt("penalty", 1e-5), seed);
var folds = 5;
var groups = train.Select(e => (int)(TextHash.Of(e.Group) % (ulong)folds)).ToList();
var cv = new Scores();
var all = new Task[folds];
Span<double> s = stackalloc double[3];
for (var f = 0; f < folds; f++)
{
    var w = T(f).Train([.. rows.Where((_, i) => groups[i] != f)], table.Hashes.Count);
    for (var i = 0; i < rows.Count; i++)
        if (groups[i] == f) { SoftmaxTrainer.Score(rows[i], w, table.Hashes.Count, s); cv.Add(rows[i].Label, s); }
}
Console.WriteLine($"cv {cv}");
var full = T(9).Train(rows, table.Hashes.Count);
if (args[0] == "stance")
{
    File.WriteAllBytes(args[2], WeightsFile.Write(table, full, scales, Opt("sharp", 1)));
    return 0;
}

foreach (var d in devs)
{
    var sc = new Scores();
    foreach (var e in Example.Read(d)) { SoftmaxTrainer.Score(table.RowOf(e, scales), full, table.Hashes.Count, s); sc.Add(e.Label, s); }
    Console.WriteLine($"{Path.GetFileName(d)} {sc}");
}
Console.WriteLine($"{watch.ElapsedMilliseconds} ms");
return 0;

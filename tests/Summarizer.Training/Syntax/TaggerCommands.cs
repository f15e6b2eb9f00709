using System.Globalization;

namespace Summarizer.Training.Syntax;

internal static class TaggerCommands
{
    public static int Train(string file, string output)
    {
        var weights = new TaggerTraining(GumDocument.Read(file)).Weights();
        File.WriteAllBytes(output, weights);
        Console.WriteLine($"{output}: {weights.Length} bytes");
        return 0;
    }

    /// <summary>Prints how many tags are right on documents that training did not see.</summary>
    public static int Check(string file)
    {
        var counts = new TaggerTraining(GumDocument.Read(file)).CrossValidated();
        foreach (var (tag, (right, all)) in counts)
            Print(tag.ToString(), right, all);
        Print("all, cross-validated by document", counts.Values.Sum(c => c.Right), counts.Values.Sum(c => c.All));
        return 0;
    }

    private static void Print(string what, int right, int all) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-34}{(double)right / all,7:0.000}  ({right} of {all})"));
}

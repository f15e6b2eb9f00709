using Summarizer.Training;
using Summarizer.Training.Authors;

const string Usage = """
    Usage: dotnet run -c Release --project tests/Summarizer.Training -- stance TRAIN.jsonl OUT
           dotnet run -c Release --project tests/Summarizer.Training -- stance-check TRAIN.jsonl [OTHER.jsonl ...]
           dotnet run -c Release --project tests/Summarizer.Training -- common-words TRAIN.jsonl OUT
           dotnet run -c Release --project tests/Summarizer.Training -- author-stance DATA_FOLDER LABELS.tsv OUT
    """;

switch (args)
{
    case ["stance", var train, var output] when File.Exists(train):
        var weights = new StanceTraining(Example.Read(train)).Weights();
        File.WriteAllBytes(output, weights);
        Console.WriteLine($"{output}: {weights.Length} bytes");
        return 0;

    case ["stance-check", var train, .. var others] when File.Exists(train) && others.All(File.Exists):
        var training = new StanceTraining(Example.Read(train));
        Console.WriteLine($"{train}, cross-validated by article: macro-F1 {training.CrossValidated()}");
        foreach (var other in others)
            Console.WriteLine($"{other}: macro-F1 {training.On(Example.Read(other))}");
        return 0;

    case ["common-words", var train, var output] when File.Exists(train):
        return CommonWords.Write(train, output);

    case ["author-stance", var folder, var labels, var output] when Directory.Exists(folder) && File.Exists(labels):
        return AuthorCommand.Run(folder, labels, output);

    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

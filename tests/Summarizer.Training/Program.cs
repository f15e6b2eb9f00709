using Summarizer.Training;
using Summarizer.Training.Authors;
using Summarizer.Training.Links;
using Summarizer.Training.Names;
using Summarizer.Training.Summaries;
using Summarizer.Training.Syntax;
using Summarizer.Training.Targets;

const string Usage = """
    Usage: dotnet run -c Release --project tests/Summarizer.Training -- stance TRAIN.jsonl HEADLINES.jsonl OUT
           dotnet run -c Release --project tests/Summarizer.Training -- stance-check TRAIN.jsonl HEADLINES.jsonl [OTHER.jsonl ...]
           dotnet run -c Release --project tests/Summarizer.Training -- common-words TRAIN.jsonl OUT
           dotnet run -c Release --project tests/Summarizer.Training -- author-stance DATA_FOLDER LABELS.tsv PIECES_FOLDER OUT_FOLDER
           dotnet run -c Release --project tests/Summarizer.Training -- clusters DATA_FOLDER OUT
           dotnet run -c Release --project tests/Summarizer.Training -- targets DATA_FOLDER SOURCE_FOLDER
           dotnet run -c Release --project tests/Summarizer.Training -- targets-check DATA_FOLDER [PREDICTIONS]
           dotnet run -c Release --project tests/Summarizer.Training -- pos GUM.jsonl OUT
           dotnet run -c Release --project tests/Summarizer.Training -- pos-check GUM.jsonl
           dotnet run -c Release --project tests/Summarizer.Training -- links-check GUM.jsonl [DOCUMENT]
           dotnet run -c Release --project tests/Summarizer.Training -- summary DATA_FOLDER OUT
    """;

switch (args)
{
    case ["stance", var train, var headlines, var output] when File.Exists(train) && File.Exists(headlines):
        var weights = new StanceTraining([.. Example.Read(train), .. Headlines.Read(headlines).Train]).Weights();
        File.WriteAllBytes(output, weights);
        Console.WriteLine($"{output}: {weights.Length} bytes");
        return 0;

    case ["stance-check", var train, var headlines, .. var others] when File.Exists(headlines) && others.Append(train).All(File.Exists):
        var (mixed, rest) = Headlines.Read(headlines);
        var training = new StanceTraining([.. Example.Read(train), .. mixed]);
        Console.WriteLine($"{train} and {mixed.Count} headlines, cross-validated by article: macro-F1 {training.CrossValidated()}");
        Console.WriteLine($"the other {rest.Count} of {headlines}: macro-F1 {training.On(rest)}");
        foreach (var other in others)
            Console.WriteLine($"{other}: macro-F1 {training.On(Example.Read(other))}");
        return 0;

    case ["common-words", var train, var output] when File.Exists(train):
        return CommonWords.Write(train, output);

    case ["author-stance", var folder, var labels, var pieces, var output]
        when Directory.Exists(folder) && File.Exists(labels) && Directory.Exists(pieces) && Directory.Exists(output):
        return AuthorCommand.Run(folder, labels, pieces, output);

    case ["clusters", var folder, var output] when Directory.Exists(folder):
        File.WriteAllBytes(output, new WordClusters(NewsText.Read(folder)).File());
        return 0;

    case ["pos", var train, var output] when File.Exists(train):
        return TaggerCommands.Train(train, output);

    case ["pos-check", var train] when File.Exists(train):
        return TaggerCommands.Check(train);

    case ["links-check", var train, .. { Length: < 2 } shown] when File.Exists(train):
        return LinkCommands.Check(train, shown.FirstOrDefault());

    case ["summary", var folder, var output] when Directory.Exists(folder):
        return SummaryCommand.Run(folder, output);

    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

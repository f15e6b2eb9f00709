using System.Diagnostics.CodeAnalysis;

namespace Summarizer.Evaluation;

/// <summary><c>KIND FILE [--engine NAME] [--predictions OUT]</c>.</summary>
internal sealed record EvaluationArguments(string Kind, string File, string Engine, string? Predictions)
{
    private const string Usage =
        "Usage: dotnet run -c Release --project tests/Summarizer.Evaluation -- KIND FILE [--engine embedded|openai] [--predictions OUT]";

    public static bool TryParse(
        string[] args, [NotNullWhen(true)] out EvaluationArguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        var positional = new List<string>();
        string engine = "embedded", wrong = "";
        string? predictions = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--engine" or "--predictions" && i + 1 < args.Length)
                _ = args[i] == "--engine" ? engine = args[++i] : predictions = args[++i];
            else if (args[i].StartsWith("--", StringComparison.Ordinal))
                wrong = $"Unknown or incomplete option {args[i]}. ";
            else
                positional.Add(args[i]);
        }

        if (wrong.Length == 0 && positional.Count == 2 && !System.IO.File.Exists(positional[1]))
            wrong = $"There is no file {positional[1]}. ";
        if (wrong.Length == 0 && engine is not ("embedded" or "openai"))
            wrong = $"There is no engine {engine}. ";
        var usable = wrong.Length == 0 && positional.Count == 2;
        arguments = usable ? new EvaluationArguments(positional[0], positional[1], engine, predictions) : null;
        problem = usable ? null : wrong + Usage;
        return usable;
    }

    public static int UnknownKind(string kind)
    {
        Console.Error.WriteLine($"Unknown kind {kind}. {Usage}");
        return 2;
    }
}

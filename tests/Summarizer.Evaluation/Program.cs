using Microsoft.Extensions.Options;
using Summarizer.Evaluation;
using Summarizer.Evaluation.Attacks;
using Summarizer.Evaluation.Entities;

if (!EvaluationArguments.TryParse(args, out var arguments, out var problem))
{
    Console.Error.WriteLine(problem);
    return 2;
}

if (arguments.Kind is "stance-sentences" or "pages" or "names" or "targets" && arguments.Engine != "embedded")
{
    Console.Error.WriteLine(
        $"{arguments.Kind} measures a part of Summarizer that asks no model; --engine is for stance-articles, summaries and attacks.");
    return 2;
}

try
{
    return arguments.Kind switch
    {
        "summaries" => await SummariesEvaluation.RunAsync(arguments),
        "stance-sentences" => StanceSentences.Run(arguments),
        "pages" => PagesEvaluation.Run(arguments),
        "names" => NamesEvaluation.Run(arguments),
        "targets" => TargetsEvaluation.Run(arguments),
        "stance-articles" => await StanceArticles.RunAsync(arguments),
        "editions" => EditionsEvaluation.Run(arguments),
        "attacks" => await AttacksEvaluation.RunAsync(arguments),
        _ => EvaluationArguments.UnknownKind(arguments.Kind),
    };
}
catch (OptionsValidationException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

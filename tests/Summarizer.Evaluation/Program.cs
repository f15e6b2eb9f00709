using Summarizer.Evaluation;
using Summarizer.Evaluation.Attacks;

if (!EvaluationArguments.TryParse(args, out var arguments, out var problem))
{
    Console.Error.WriteLine(problem);
    return 2;
}

return arguments.Kind switch
{
    "summaries" => SummariesEvaluation.Run(arguments),
    "stance-sentences" => StanceSentences.Run(arguments),
    "pages" => PagesEvaluation.Run(arguments),
    "stance-articles" => StanceArticles.Run(arguments),
    "attacks" => await AttacksEvaluation.RunAsync(arguments),
    _ => EvaluationArguments.UnknownKind(arguments.Kind),
};

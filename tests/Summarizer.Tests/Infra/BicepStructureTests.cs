using Summarizer.Tests.Support;

namespace Summarizer.Tests.Infra;

/// <summary>No Bicep compiler is needed: symbols, modules and parameters are followed through the files.</summary>
public sealed class BicepStructureTests
{
    private static readonly HashSet<string> Known =
    [
        // Functions and namespaces of the language that the files use.
        "subscription", "resourceGroup", "environment", "subscriptionResourceId", "uniqueString", "toLower", "guid", "union",
        "concat", "empty", "string", "listKeys", "true", "false", "null", "if", "for", "in", "existing", "targetScope",
        "int", "bool", "object", "array", "json",
    ];

    public static TheoryData<string> Files => [.. BicepFile.All.Select(f => f.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Brackets_close_in_order(string path)
    {
        var open = new Stack<string>();
        foreach (var token in File(path).Tokens.Where(t => t.Kind == BicepKind.Sign))
        {
            if (token.Text is "{" or "[" or "(")
                open.Push(token.Text);
            else if (token.Text is "}" or "]" or ")")
                Assert.True(open.Count > 0 && open.Pop() + token.Text is "{}" or "[]" or "()", $"{path}:{token.Line}");
        }

        Assert.Empty(open);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_symbol_that_is_used_is_declared(string path)
    {
        var file = File(path);
        var declared = file.Declarations.Select(d => d.Name).Concat(LoopVariables(file.Tokens)).ToHashSet();
        var tokens = file.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != BicepKind.Name || BicepFile.IsKey(tokens, i))
                continue;
            var before = i > 0 ? tokens[i - 1] : default;
            var declares = before.Text is "param" or "var" or "resource" or "module" or "output" or "." or "::" or "@";
            var keyword = tokens[i].Text is "param" or "var" or "resource" or "module" or "output";
            Assert.True(
                declares || keyword || declared.Contains(tokens[i].Text) || Known.Contains(tokens[i].Text),
                $"{path}:{tokens[i].Line} uses {tokens[i].Text}, which nothing declares.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_declared_symbol_is_used(string path)
    {
        var file = File(path);
        foreach (var declaration in file.Declarations.Where(d => d.Keyword is "param" or "var"))
            Assert.True(file.Tokens.Count(t => t.Is(declaration.Name)) > 1, $"{path} does not use {declaration.Name}.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Parameters_and_outputs_are_described_and_numbers_bounded(string path)
    {
        foreach (var declaration in File(path).Declarations.Where(d => d.Keyword is "param" or "output"))
        {
            Assert.True(declaration.Decorators.Contains("description"), $"{path}: {declaration.Name} has no description.");
            Assert.True(
                declaration.Keyword == "output" || declaration.Type != "int"
                || declaration.Decorators.Contains("minValue") || declaration.Decorators.Contains("allowed"),
                $"{path}: {declaration.Name} has no bounds.");
        }
    }

    [Fact]
    public void Modules_get_the_parameters_they_declare_and_give_the_outputs_that_are_read()
    {
        foreach (var (file, module) in BicepFile.All.SelectMany(f => f.Of("module").Select(m => (f, m))))
        {
            var target = BicepFile.All.Single(f => f.Path == $"infra/{module.Type}");
            var given = BicepFile.KeysIn(module.Body, "params").ToHashSet();
            var parameters = target.Of("param").ToList();

            Assert.Empty(given.Except(parameters.Select(p => p.Name)));
            Assert.Empty(parameters.Where(p => !p.HasDefault).Select(p => p.Name).Except(given));
            Assert.Empty(OutputsRead(file.Tokens, module.Name).Except(target.Of("output").Select(o => o.Name)));
        }
    }

    [Fact]
    public void Outputs_of_modules_that_may_be_missing_are_read_as_such_and_only_under_their_condition()
    {
        foreach (var (file, module) in BicepFile.All.SelectMany(f => f.Of("module").Select(m => (f, m))))
        {
            var conditional = module.Body.TakeWhile(t => !t.Is("{")).Any(t => t.Is("if"));
            var reads = Reads(file.Tokens, module.Name).ToList();

            // Bicep warns of a plain read (BCP318), and the null-forgiving sign on a module that is always there says nothing.
            Assert.All(reads, at => Assert.Equal(conditional, file.Tokens[at + 1].Is("!")));
            if (conditional)
            {
                var condition = module.Body.SkipWhile(t => !t.Is("(")).Skip(1).First().Text;
                Assert.All(reads, at => Assert.True(
                    file.Tokens[at - 1].Is("?") && file.Tokens[at - 2].Is(condition), $"{file.Path}:{file.Tokens[at].Line}"));
            }
        }
    }

    [Fact]
    public void The_parameter_file_names_parameters_of_main()
    {
        var given = Repository.Json("infra/main.parameters.json").GetProperty("parameters").EnumerateObject().Select(p => p.Name);

        Assert.Empty(given.Except(BicepFile.Named("main.bicep").Of("param").Select(p => p.Name)));
    }

    private static BicepFile File(string path) => BicepFile.All.Single(f => f.Path == path);

    private static IEnumerable<string> LoopVariables(IReadOnlyList<BicepToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            for (var n = i + 1; tokens[i].Is("for") && !tokens[n].Is("in"); n++)
            {
                if (tokens[n].Kind == BicepKind.Name)
                    yield return tokens[n].Text;
            }
        }
    }

    private static IEnumerable<string> OutputsRead(IReadOnlyList<BicepToken> tokens, string module)
        => from i in Enumerable.Range(0, tokens.Count - 4)
           let dot = tokens[i + 1].Is("!") ? i + 2 : i + 1
           where tokens[i].Is(module) && dot + 3 < tokens.Count
               && tokens[dot].Is(".") && tokens[dot + 1].Is("outputs") && tokens[dot + 2].Is(".")
           select tokens[dot + 3].Text;

    private static IEnumerable<int> Reads(IReadOnlyList<BicepToken> tokens, string module)
        => Enumerable.Range(0, tokens.Count - 3).Where(i => tokens[i].Is(module)
            && ((tokens[i + 1].Is(".") && tokens[i + 2].Is("outputs"))
                || (tokens[i + 1].Is("!") && tokens[i + 2].Is(".") && tokens[i + 3].Is("outputs"))));
}

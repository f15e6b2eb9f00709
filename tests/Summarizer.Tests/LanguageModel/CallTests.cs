using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Summarizer.Tests.LanguageModel;

public sealed class CallTests
{
    private const string Text = "The mayor opened the bridge on Monday. It cost 3 million euros, and nobody complained.";

    [Fact]
    public async Task One_call_travels_as_the_contract_says_and_is_accounted_for()
    {
        await using var driver = await EngineDriver.StartAsync(
            null, ("OpenAI:ApiKey", "secret"), ("OpenAI:InputPricePerMillion", "2"), ("OpenAI:OutputPricePerMillion", "10"));
        driver.Server.Next(ModelServerAnswer.Report("The mayor opened the bridge on Monday."));

        var result = await driver.SummarizeAsync(Text);

        var request = Assert.Single(driver.Server.Requests);
        Assert.Equal(("POST /v1/chat/completions", "Bearer secret"), (request.Line, request.Authorization));
        Assert.Equal("test-model", request.Body.GetProperty("model").GetString());
        Assert.Equal(0, request.Body.GetProperty("temperature").GetDouble());
        Assert.True(request.Body.GetProperty("response_format").GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.False(request.Has("tools"));
        Assert.Equal(Text, request.ArticleText);
        Assert.Equal("The mayor opened the bridge on Monday.", result.Summary!.Text);
        Assert.Equal((100, 20, 0.0004m, false),
            (result.Engine.InputTokens, result.Engine.OutputTokens, result.Engine.Cost, result.Engine.Fallback));
        Assert.Equal(64, result.Engine.PromptSha256!.Length);
        Assert.Equal(1, result.Coverage);
    }

    [Fact]
    public async Task A_server_of_ones_own_gets_no_authorization()
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(ModelServerAnswer.Report("It cost 3 million euros"));

        await driver.DraftAsync(Text);

        Assert.Equal("", driver.Server.Requests[0].Authorization);
    }

    [Fact]
    public async Task What_the_server_does_not_take_is_found_out_once_a_start()
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Always(request => request switch
        {
            _ when request.Has("temperature")
                => ModelServerAnswer.Error(400, "unsupported_value", "Unsupported value: 'temperature' does not support 0.", "temperature"),
            _ when request.Has("max_completion_tokens")
                => ModelServerAnswer.Error(400, "unknown", "Unrecognized request argument: max_completion_tokens"),
            _ when request.Has("response_format") => ModelServerAnswer.Raw("{\"detail\":\"bad\"}", 422),
            _ => ModelServerAnswer.Content($"<think>{{hm}}</think>```json\n{ModelServerAnswer.ReportJson("nobody complained")}\n```"),
        });

        await driver.DraftAsync(Text);
        var learning = driver.Server.Requests.Count;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => driver.DraftAsync($"{i} {Text}").AsTask()));

        Assert.All(outcomes, o => Assert.IsType<EngineOutcome.Drafted>(o));
        Assert.Equal(learning + 8, driver.Server.Requests.Count);
        var last = driver.Server.Requests[^1];
        Assert.True(last.Has("seed") && last.Has("max_tokens"));
    }

    [Fact]
    public async Task Calls_at_once_wait_for_what_the_first_finds_out()
    {
        // Under a budget the others wait for the first however long it takes.
        await using var driver = await EngineDriver.StartAsync(null, ("OpenAI:DailyTokenBudget", "10000000"));
        driver.Server.Always(request => request.Has("seed")
            ? ModelServerAnswer.Error(400, "unknown", "seed is not supported", "seed")
            : ModelServerAnswer.Report("nobody complained"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => driver.DraftAsync($"{i} {Text}").AsTask()));

        Assert.Equal(9, driver.Server.Requests.Count);
    }

    [Fact]
    public async Task A_reply_that_was_paid_for_is_not_paid_for_again()
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(ModelServerAnswer.Report("nobody complained"));

        var first = await driver.DraftAsync(Text);
        var second = await driver.DraftAsync(Text);

        Assert.Equal(Assert.IsType<EngineOutcome.Drafted>(first).Draft.Engine, Assert.IsType<EngineOutcome.Drafted>(second).Draft.Engine);
    }

    [Fact]
    public async Task When_nothing_is_left_the_model_is_told_why_once_and_then_the_embedded_summary_takes_its_place()
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(ModelServerAnswer.Report("The mayor blew up the bridge."),
            ModelServerAnswer.Report("The mayor sold the bridge."));

        var result = await driver.SummarizeAsync(Text);

        Assert.Contains("The mayor blew up the bridge.", driver.Server.Requests[1].Prompt, StringComparison.Ordinal);
        Assert.True(result.Engine.Fallback);
        Assert.NotEmpty(result.Summary!.Sentences);
        Assert.Equal((2, 200), (result.Rejected.Count, result.Engine.InputTokens));
    }

    [Theory]
    [InlineData("OpenAI:Endpoint", "ftp://x/", "OpenAI__Endpoint")]
    [InlineData("OpenAI:Model", "", "OpenAI__Model")]
    [InlineData("OpenAI:MaxInputTokens", "10", "OpenAI__MaxInputTokens")]
    [InlineData("OpenAI:DailyTokenBudget", "0", "OpenAI__DailyTokenBudget")]
    public void A_wrong_setting_stops_the_start_by_its_name(string name, string value, string named)
    {
        using var services = EngineDriver.Services(
            null, [("Engine", "openai"), ("OpenAI:Endpoint", "http://127.0.0.1:1/"), ("OpenAI:Model", "m"), (name, value)]);

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }
}

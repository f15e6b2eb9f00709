using System.Text.Json.Nodes;
using Summarizer.LanguageModel.Wire;

namespace Summarizer.Tests.LanguageModel;

public sealed class OddAnswerTests
{
    private const string Text = "The mayor opened the bridge on Monday. It cost 3 million euros, and nobody complained.";

    [Fact]
    public async Task A_content_filter_is_named_and_never_asked_twice()
    {
        var filter = new JsonObject
        {
            ["content_filter_result"] = new JsonObject
            {
                ["violence"] = new JsonObject { ["filtered"] = true },
                ["hate"] = new JsonObject { ["filtered"] = false },
            },
        };
        var failed = await FailsAsync(ModelServerAnswer.Error(400, "content_filter", "The response was filtered", "prompt", filter));

        Assert.Equal(FailureCode.ContentFiltered, failed.Code);
        Assert.Contains("(violence)", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filtered_reply_and_a_refusal_have_their_own_names()
    {
        Assert.Equal(FailureCode.ContentFiltered, (await FailsAsync(ModelServerAnswer.Content("", finish: "content_filter"))).Code);
        Assert.Equal(FailureCode.Refused, (await FailsAsync(ModelServerAnswer.Content(null, refusal: "I cannot help with that."))).Code);
    }

    [Theory]
    [InlineData("This is no JSON.")]
    [InlineData("{\"answer\": 42}")]
    [InlineData("{\"headline\": \"x\", \"summary\": \"not a list\"}")]
    [InlineData("")]
    public async Task A_reply_of_another_shape_is_asked_for_once_more(string content)
    {
        var failed = await FailsAsync(ModelServerAnswer.Content(content), ModelServerAnswer.Content(content));

        Assert.Equal((FailureCode.InvalidReply, 200), (failed.Code, failed.Engine.InputTokens));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>ok</html>")]
    [InlineData("{\"choices\": []}")]
    [InlineData("{\"choices\": [null]}")]
    public async Task A_body_that_is_no_completion_is_asked_for_once_more(string body)
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(ModelServerAnswer.Raw(body), ModelServerAnswer.Report("nobody complained"));

        Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(Text));
    }

    [Fact]
    public async Task A_body_beyond_the_bound_is_a_malformed_one()
    {
        var padded = new JsonObject
        {
            ["padding"] = new string('a', 3 * BoundedReplies.MostBytes),
            ["choices"] = new JsonArray(
                new JsonObject { ["message"] = new JsonObject { ["content"] = ModelServerAnswer.ReportJson("nobody complained") } }),
        }.ToJsonString();

        Assert.Equal(FailureCode.InvalidReply, (await FailsAsync(ModelServerAnswer.Raw(padded), ModelServerAnswer.Raw(padded))).Code);
    }

    [Fact]
    public async Task An_error_beyond_the_bound_is_told_by_its_status()
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(ModelServerAnswer.Error(401, "", new string('a', 3 * BoundedReplies.MostBytes)));

        var waiting = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync(Text)).Deferred;

        Assert.Contains("(401)", waiting.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("aaa", waiting.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud83d", "\\ufffe")]
    [InlineData("\uFFFD", "\uFFFE")]
    public async Task What_no_text_holds_is_cleaned_out_of_a_reply(string half, string noncharacter)
    {
        var content = $$"""
            { "headline": "Bridge {{half}}", 
              "summary": [{ "text": "nobody {{noncharacter}}complained", "quotes": ["nobody complained", "{{half}}"] }],
              "stances": [], "\ud83d": 1 }
            """;
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(ModelServerAnswer.Content(content));

        var draft = Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(Text)).Draft;

        Assert.Equal(("Bridge \uFFFD", "nobody complained"), (draft.Headline, draft.Summary[0].Text));
    }

    [Fact]
    public async Task An_error_with_half_an_emoji_is_read()
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(ModelServerAnswer.Raw("{\"error\":{\"message\":\"No \\ud83d\",\"\\udc00\":{}}}", 401));

        var unavailable = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync(Text));
        Assert.Contains("No \uFFFD", unavailable.Deferred.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_reply_makes_the_parts_smaller_once()
    {
        await using var driver = await EngineDriver.StartAsync();
        var text = string.Join("\n\n", Enumerable.Range(0, 40).Select(i => $"Paragraph {i}: {Text}"));
        driver.Server.Always(request => request.Prompt.Contains("part 1 of", StringComparison.Ordinal)
            || request.Prompt.Contains("part 2 of", StringComparison.Ordinal)
                || request.Prompt.Contains("read in parts", StringComparison.Ordinal)
            ? ModelServerAnswer.Report("nobody complained")
            : ModelServerAnswer.Content("{\"headline\": \"cut", finish: "length"));

        var drafted = Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(text));

        Assert.Equal((4, 400), (driver.Server.Requests.Count, drafted.Draft.Engine.InputTokens));
        Assert.Equal(FailureCode.InvalidReply, (await FailsAsync(
            ModelServerAnswer.Content("{", finish: "length"), ModelServerAnswer.Content("{", finish: "length"))).Code);
    }

    [Theory]
    [InlineData(401, "", "OpenAI__ApiKey")]
    [InlineData(403, "", "OpenAI__ApiKey")]
    [InlineData(404, "model_not_found", "OpenAI__Model")]
    [InlineData(404, "", "OpenAI__Endpoint")]
    public async Task A_wrong_setting_is_named_and_the_article_waits(int status, string code, string setting)
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(ModelServerAnswer.Error(status, code, "no"));

        var waiting = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync(Text)).Deferred;

        Assert.Contains(setting, waiting.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(15), waiting.Delay);
    }

    [Fact]
    public async Task Throttling_that_turns_into_a_wrong_key_waits_for_the_key()
    {
        await using var driver = await EngineDriver.StartAsync(new ManualTime());
        driver.Server.Next(ModelServerAnswer.Status(429).With("retry-after", "1"), ModelServerAnswer.Status(401));

        var unavailable = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync(Text));
        Assert.Contains("401", unavailable.Deferred.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_of_the_body_is_tried_again()
    {
        await using var driver = await EngineDriver.StartAsync(new ManualTime());
        driver.Server.Next(ModelServerAnswer.Report("nobody complained").CutMidBody(), ModelServerAnswer.Report("nobody complained"));

        Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(Text));
    }

    [Fact]
    public async Task A_hung_call_is_given_up_and_the_article_comes_back()
    {
        await using var driver = await EngineDriver.StartAsync(null, ("OpenAI:TimeoutSeconds", "1"));
        driver.Server.Next(ModelServerAnswer.Hang());

        var waiting = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync(Text)).Deferred;

        Assert.Contains("OpenAI__TimeoutSeconds", waiting.Reason, StringComparison.Ordinal);
        Assert.InRange(waiting.Delay, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_the_server()
    {
        await using var driver = await EngineDriver.StartAsync();
        using var cancelled = new CancellationTokenSource();
        driver.Server.Always(_ =>
        {
            cancelled.Cancel();
            return ModelServerAnswer.Hang();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await driver.DraftAsync(Text, cancelled.Token));
    }

    private static async Task<EngineOutcome.Failed> FailsAsync(params ModelServerAnswer[] answers)
    {
        await using var driver = await EngineDriver.StartAsync();
        driver.Server.Next(answers);
        return Assert.IsType<EngineOutcome.Failed>(await driver.DraftAsync(Text));
    }
}

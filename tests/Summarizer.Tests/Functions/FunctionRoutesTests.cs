using Microsoft.Azure.Functions.Worker;
using Summarizer.Functions;
using Summarizer.Web;
using Summarizer.Web.Endpoints;

namespace Summarizer.Tests.Functions;

/// <summary>Both entries serve the same routes with the same answers.</summary>
public sealed class FunctionRoutesTests
{
    [Fact]
    public async Task Both_entries_map_the_same_methods_and_routes()
    {
        await using var host = FunctionsApp.AsHost();
        await using var functions = FunctionsApp.AsFunctions();

        // The root needs a parameter on Azure (Answers_are_the_same shows that it is the root all the same).
        var root = FunctionsApp.Named("GetPage").Http!.Route!;
        var mapped = functions.Routes.Select(r => r.Replace(root, "", StringComparison.Ordinal));

        Assert.Equal(host.Routes.Order(), mapped.Order());
    }

    [Fact]
    public async Task The_root_is_the_page_and_nothing_else_is()
    {
        await using var functions = FunctionsApp.AsFunctions();

        Assert.Equal(200, (await functions.AnswerAsync("GET", "/")).Status);
        Assert.Equal(404, (await functions.AnswerAsync("GET", "/elsewhere")).Status);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("HEAD", "/")]
    [InlineData("GET", "/elsewhere")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/schemas/article-result.v1.json")]
    [InlineData("GET", "/schemas/none.json")]
    [InlineData("GET", "/page/none.css")]
    [InlineData("GET", "/api/articles?limit=0")]
    [InlineData("GET", "/api/targets?limit=0")]
    [InlineData("GET", "/api/targets?unknown=1")]
    [InlineData("GET", "/api/reviews?limit=0")]
    [InlineData("GET", "/api/differences?left=a")]
    [InlineData("PUT", "/api/reviews/a//b")]
    [InlineData("GET", "/api/articles/a%2F%2Fb")]
    [InlineData("PUT", "/api/articles/a//b")]
    [InlineData("DELETE", "/api/articles/%2e%2e/x")]
    public async Task Answers_are_the_same(string method, string target)
    {
        await using var host = FunctionsApp.AsHost();
        await using var functions = FunctionsApp.AsFunctions();

        Assert.Equal(await host.AnswerAsync(method, target), await functions.AnswerAsync(method, target));
    }

    [Fact]
    public void Every_function_of_an_article_asks_for_the_key_that_the_host_asks_for()
    {
        foreach (var function in FunctionsApp.All.Where(f => f.Http is not null))
        {
            var expected = ApiRoutes.NeedsKey("/" + function.Http!.Route)
                ? AuthorizationLevel.Function
                : AuthorizationLevel.Anonymous;
            Assert.True(expected == function.Http.AuthLevel, $"{function.Name} is {function.Http.AuthLevel}, not {expected}.");
        }
    }

    [Fact]
    public void No_route_is_empty_for_the_functions_host_would_put_the_name_in_its_place()
        => Assert.All(FunctionsApp.All, f => Assert.NotEqual("", f.Http?.Route));

    [Fact]
    public void Functions_are_classes_of_public_methods_that_only_bind()
    {
        Type[] known = [typeof(ArticleFunctions), typeof(ApiFunctions), typeof(ReviewFunctions), typeof(SiteFunctions)];
        Assert.Equal(known.ToHashSet(), FunctionsApp.All.Select(f => f.Method.DeclaringType!).ToHashSet());
        Assert.Equal(FunctionsApp.All.Count, FunctionsApp.All.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}

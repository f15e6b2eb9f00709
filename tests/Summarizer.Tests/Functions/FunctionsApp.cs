using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Functions;
using Summarizer.Web;

namespace Summarizer.Tests.Functions;

/// <summary>One function as its attributes describe it.</summary>
internal sealed record FunctionEntry(string Name, MethodInfo Method)
{
    public HttpTriggerAttribute? Http => Trigger<HttpTriggerAttribute>();

    public BlobTriggerAttribute? Blob => Trigger<BlobTriggerAttribute>();

    public QueueTriggerAttribute? Queue => Trigger<QueueTriggerAttribute>();

    private T? Trigger<T>()
        where T : Attribute
        => Method.GetParameters().Select(p => p.GetCustomAttribute<T>()).SingleOrDefault(a => a is not null);
}

/// <summary>The Functions app and the Host's routes, side by side without a server or a worker.</summary>
internal static class FunctionsApp
{
    public static readonly IReadOnlyList<FunctionEntry> All =
    [
        .. from type in typeof(ArticleFunctions).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select new FunctionEntry(function.Name, method),
    ];

    public static FunctionEntry Named(string name) => All.Single(f => f.Name == name);

    /// <summary>The routes as the Host maps them, behind the gate.</summary>
    public static Entry AsHost(params (string Name, string Value)[] settings)
        => Entry.Of(app => app.UseRequestGate(), routes => routes.MapSummarizerWeb(), settings);

    /// <summary>The routes as the worker maps them: one a function, by its attribute, run by its method.</summary>
    public static Entry AsFunctions(params (string Name, string Value)[] settings) => Entry.Of(
        _ => { },
        routes =>
        {
            foreach (var function in All.Where(f => f.Http is not null))
                routes.MapMethods("/" + function.Http!.Route, function.Http.Methods ?? [], context => RunAsync(function, context));
        },
        settings);

    private static async Task RunAsync(FunctionEntry function, HttpContext context)
    {
        var app = ActivatorUtilities.CreateInstance(context.RequestServices, function.Method.DeclaringType!);
        var result = await (Task<IActionResult>)function.Method.Invoke(app, [context.Request])!;
        await result.ExecuteResultAsync(new ActionContext { HttpContext = context });
    }
}

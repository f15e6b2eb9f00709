using System.Text.Json.Nodes;

namespace Summarizer.Host.Commands;

/// <summary><c>health [URL]</c>: asks a running Host whether it is healthy, for containers without a shell or curl.</summary>
internal static class HealthCommand
{
    /// <summary>A little longer than the Host itself gives storage to answer, so that its reason is heard.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>Returns the exit status: 0 when healthy, 1 when not.</summary>
    /// <exception cref="CommandException">The address is none.</exception>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").Build();
        if (arguments.Length > 1 || !TryAddress(arguments.FirstOrDefault() ?? ListenAddresses.First(settings), out var health))
            throw CommandException.WrongArguments(
                $"health takes one address, such as {ListenAddresses.Default}, or none, to ask where ASPNETCORE_URLS says", "health");

        using var client = new HttpClient { Timeout = Limit };
        try
        {
            using var answer = await client.GetAsync(health, cancellationToken);
            if (answer.IsSuccessStatusCode)
                return 0;
            return await SayAsync($"{health} answered {(int)answer.StatusCode}. "
                + $"{ReasonIn(await answer.Content.ReadAsStringAsync(cancellationToken))}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return await SayAsync($"{health} does not answer ({e.Message}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return await SayAsync($"{health} did not answer within {Limit.TotalSeconds:0} s.");
        }
    }

    private static bool TryAddress(string site, out Uri? health)
        => Uri.TryCreate(site.TrimEnd('/') + "/api/health", UriKind.Absolute, out health)
           && (health.Scheme == Uri.UriSchemeHttp || health.Scheme == Uri.UriSchemeHttps);

    private static string ReasonIn(string body)
    {
        try
        {
            return JsonNode.Parse(body)?["reason"]?.ToString() ?? "";
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            // Something else listens there; its words are not for our log.
            return "";
        }
    }

    private static async Task<int> SayAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem.TrimEnd());
        return 1;
    }
}

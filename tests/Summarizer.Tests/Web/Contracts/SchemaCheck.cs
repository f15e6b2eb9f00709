using System.Text.Json;

namespace Summarizer.Tests.Web.Contracts;

/// <summary>
/// Checks a document against the part of JSON Schema that our contracts use; a property that no schema describes is an
/// error too.
/// </summary>
internal sealed class SchemaCheck(JsonElement contract)
{
    private readonly List<string> problems = [];

    /// <summary>What is wrong, each with its place; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(JsonElement contract, JsonElement schema, JsonElement value)
    {
        var check = new SchemaCheck(contract);
        check.Check(schema, value, "$");
        return check.problems;
    }

    private void Check(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(Resolve(reference.GetString()!), value, place);
            return;
        }

        if (schema.TryGetProperty("anyOf", out var choices) && choices.EnumerateArray().All(c => Of(contract, c, value).Count > 0))
            problems.Add($"{place} fits none of the choices.");
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => IsOf(t, value)))
            problems.Add($"{place} is {value.ValueKind}, not {type}.");
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
            problems.Add($"{place} is {value}, not {only}.");
        if (schema.TryGetProperty("enum", out var members) && !members.EnumerateArray().Any(m => JsonElement.DeepEquals(m, value)))
            problems.Add($"{place} is {value}, none of {members}.");
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
            CheckMembers(schema, properties, value, place);
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (i, item) in value.EnumerateArray().Index())
                Check(items, item, $"{place}[{i}]");
        }
    }

    private void CheckMembers(JsonElement schema, JsonElement properties, JsonElement value, string place)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            problems.AddRange(required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _))
                .Select(r => $"{place} lacks {r}."));
        }

        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out var described))
                Check(described, member.Value, $"{place}.{member.Name}");
            else
                problems.Add($"{place}.{member.Name} is described nowhere.");
        }
    }

    private JsonElement Resolve(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return JsonElement.Parse("{}");
        return reference[2..].Split('/').Aggregate(contract, (at, name) => at.GetProperty(name));
    }

    private static IEnumerable<string> Types(JsonElement type)
        => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}

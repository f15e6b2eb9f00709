using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Summarizer.Web.Settings;

/// <summary>One setting: the property that it is bound to tells its type, range and default.</summary>
/// <param name="Name">As an environment variable, such as <c>Summary__Sentences</c>.</param>
/// <param name="Type">Of its value.</param>
/// <param name="Range">Of a number; null for none.</param>
/// <param name="Default">What it is when it is not set.</param>
public sealed record Setting(string Name, Type Type, RangeAttribute? Range = null, object? Default = null)
{
    private const int LongestShown = 40;

    /// <summary>Whether it is set by its entries, <c>__0</c>, <c>__1</c> and so on.</summary>
    public bool IsList { get; } = Type != typeof(string) && Type.IsAssignableTo(typeof(IEnumerable));

    /// <summary>The last part of its name.</summary>
    public string Key => Name[(Name.LastIndexOf("__", StringComparison.Ordinal) + 2)..];

    internal static Setting From(string section, PropertyInfo property, object defaults) => new(
        $"{section}__{property.Name}", property.PropertyType, property.GetCustomAttribute<RangeAttribute>(), property.GetValue(defaults));

    /// <summary>What is wrong with the value that is set, in a sentence that names the setting; null when nothing is.</summary>
    internal string? Problem(IConfigurationSection set)
    {
        if (IsList)
            return string.IsNullOrEmpty(set.Value) ? null : $"{Name} is a list; set {Name}__0, {Name}__1 and so on.";
        if (set.Value is not { } value)
            return null;
        var mayBeNone = Default is null;
        if (value.Length == 0)
            return mayBeNone ? null : $"{Name} is empty; give it {Wanted()}, or leave it out for {Shown(Default!)}.";
        var orNone = mayBeNone && Range is not null ? ", or leave it out for none" : "";
        return IsRight(value) ? null : $"{Name} is {Shown(value)}; give it {Wanted()}{orNone}.";
    }

    private bool IsRight(string value)
    {
        var type = Nullable.GetUnderlyingType(Type) ?? Type;
        if (type == typeof(int))
            return IsWithin<int>(value, NumberStyles.Integer);
        if (type == typeof(long))
            return IsWithin<long>(value, NumberStyles.Integer);
        if (type == typeof(decimal) || type == typeof(double))
            return IsWithin<decimal>(value, NumberStyles.Float);
        if (type == typeof(bool))
            return bool.TryParse(value, out _);
        if (type.IsEnum)
            return Enum.GetNames(type).Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);
        return type != typeof(Uri) || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
    }

    private bool IsWithin<T>(string value, NumberStyles styles)
        where T : INumber<T>
        => T.TryParse(value, styles, CultureInfo.InvariantCulture, out var number)
           && (Range is null || (number >= T.CreateSaturating(Bound(Range.Minimum)) && number <= T.CreateSaturating(Bound(Range.Maximum))));

    /// <summary>What it takes, in words.</summary>
    private string Wanted()
    {
        var type = Nullable.GetUnderlyingType(Type) ?? Type;
        if (Range is not null)
            return string.Create(CultureInfo.InvariantCulture, $"{Bound(Range.Minimum):0.##} to {Bound(Range.Maximum):0.##}");
        if (type == typeof(bool))
            return "true or false";
        if (type.IsEnum)
            return string.Join(" or ", Enum.GetNames(type)).ToLowerInvariant();
        return type == typeof(Uri) ? "an address that begins with https:// or http://" : type == typeof(string) ? "a text" : "a number";
    }

    private static decimal Bound(object bound) => Convert.ToDecimal(bound, CultureInfo.InvariantCulture);

    /// <summary>A number as it stands, other values in quotation marks and no longer than a message bears.</summary>
    private static string Shown(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is not string || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return text;
        var plain = new string([.. text.Take(LongestShown).Select(c => char.IsControl(c) ? ' ' : c)]);
        return $"\"{plain}{(text.Length > LongestShown ? "…" : "")}\"";
    }
}

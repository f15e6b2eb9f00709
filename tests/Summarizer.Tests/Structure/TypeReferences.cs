using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Summarizer.Tests.Structure;

/// <summary>Which types of an assembly refer to which of its others, read from what was compiled: signatures and method bodies.</summary>
/// <remarks>The compiler puts a constant's value in its place, so a constant's type is not seen.</remarks>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>Pairs of outermost types, each once.</summary>
    public static IReadOnlySet<(Type From, Type To)> Read(Assembly assembly)
    {
        var found = new HashSet<(Type, Type)>();
        foreach (var type in assembly.GetTypes())
        {
            var from = Outermost(type);
            foreach (var to in Mentioned(type).SelectMany(Parts).Select(Outermost))
            {
                if (to.Assembly == assembly && to != from)
                    found.Add((from, to));
            }
        }

        return found;
    }

    private static IEnumerable<Type> Mentioned(Type type)
    {
        IEnumerable<Type> shape = [.. type.GetInterfaces(), .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes];
        return shape
            .Concat(type.GetGenericArguments().SelectMany(a => a.GetGenericParameterConstraints()))
            .Concat(type.GetCustomAttributesData().Select(a => a.AttributeType))
            .Concat(type.GetFields(Declared).Select(f => f.FieldType))
            .Concat(type.GetMethods(Declared).SelectMany(m => Mentioned(m).Append(m.ReturnType)))
            .Concat(type.GetConstructors(Declared).SelectMany(Mentioned));
    }

    private static IEnumerable<Type> Mentioned(MethodBase method)
    {
        var body = method.GetMethodBody();
        var catches = body?.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause);
        return method.GetParameters().Select(p => p.ParameterType)
            .Concat(body?.LocalVariables.Select(v => v.LocalType) ?? [])
            .Concat(catches?.Select(c => c.CatchType!) ?? [])
            .Concat(Members(method, body?.GetILAsByteArray() ?? []).SelectMany(Mentioned));
    }

    private static IEnumerable<Type> Mentioned(MemberInfo member)
    {
        if (member.DeclaringType is { } declaring)
            yield return declaring;
        if (member is Type type)
            yield return type;
        if (member is FieldInfo field)
            yield return field.FieldType;
        if (member is MethodInfo { IsGenericMethod: true } method)
        {
            foreach (var argument in method.GetGenericArguments())
                yield return argument;
        }
    }

    private static IEnumerable<MemberInfo> Members(MethodBase method, byte[] code)
    {
        var ofType = method.DeclaringType!.GetGenericArguments();
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == TwoByteCode ? (short)((TwoByteCode << 8) | code[at + 1]) : code[at];
            at += value < 0 ? 2 : 1;
            var operand = Codes[value].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)), ofType, ofMethod)!;
            at += Size(operand, code, at);
        }
    }

    private static int Size(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
        _ => 4,
    };

    /// <summary>The types that a type is put together of: of an array its element, of a generic type its arguments too.</summary>
    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsConstructedGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}

namespace Summarizer.Tests.Infra;

internal enum BicepKind
{
    Name,
    Text,
    Number,
    Sign,
    Line,
}

/// <param name="Text">The characters; of a string its content, with what is interpolated left out.</param>
internal readonly record struct BicepToken(BicepKind Kind, string Text, int Line)
{
    public bool Is(string text) => Kind is BicepKind.Name or BicepKind.Sign && Text == text;
}

/// <summary>Splits Bicep into tokens, as far as these tests need: strings, interpolations, comments, line ends.</summary>
internal static class BicepTokens
{
    public static IReadOnlyList<BicepToken> Of(string source)
    {
        var tokens = new List<BicepToken>();
        var at = 0;
        Read(source, ref at, tokens, endOfInterpolation: false);
        return tokens;
    }

    private static void Read(string source, ref int at, List<BicepToken> tokens, bool endOfInterpolation)
    {
        var depth = 0;
        while (at < source.Length)
        {
            var c = source[at];
            var line = source.AsSpan(0, at).Count('\n') + 1;
            if (c == '\n')
                Add(BicepKind.Line, "\n", ref at);
            else if (char.IsWhiteSpace(c))
                at++;
            else if (source.AsSpan(at).StartsWith("//"))
                at = source.IndexOf('\n', at) is var end && end < 0 ? source.Length : end;
            else if (c == '\'')
                AnalyzedText(source, ref at, tokens, line);
            else if (char.IsLetter(c) || c == '_')
                Add(BicepKind.Name, Take(source, at, static x => char.IsLetterOrDigit(x) || x == '_'), ref at);
            else if (char.IsDigit(c))
                Add(BicepKind.Number, Take(source, at, char.IsDigit), ref at);
            else if (endOfInterpolation && c == '}' && depth == 0)
                return;
            else
            {
                depth += c switch { '{' => 1, '}' => -1, _ => 0 };
                Add(BicepKind.Sign, source.AsSpan(at).StartsWith("::") ? "::" : c.ToString(), ref at);
            }

            void Add(BicepKind kind, string text, ref int position)
            {
                tokens.Add(new BicepToken(kind, text, line));
                position += text.Length;
            }
        }
    }

    /// <summary>A string is one token; what it interpolates follows as tokens of its own, in brackets.</summary>
    private static void AnalyzedText(string source, ref int at, List<BicepToken> tokens, int line)
    {
        var text = new System.Text.StringBuilder();
        var inside = new List<BicepToken>();
        for (at++; source[at] != '\''; at++)
        {
            if (source[at] == '\\')
                text.Append(source[++at]);
            else if (source.AsSpan(at).StartsWith("${"))
            {
                at += 2;
                inside.Add(new BicepToken(BicepKind.Sign, "(", line));
                Read(source, ref at, inside, endOfInterpolation: true);
                inside.Add(new BicepToken(BicepKind.Sign, ")", line));
            }
            else if (source[at] == '\n')
                throw new FormatException($"A string of line {line} does not end.");
            else
                text.Append(source[at]);
        }

        at++;
        tokens.Add(new BicepToken(BicepKind.Text, text.ToString(), line));
        tokens.AddRange(inside);
    }

    private static string Take(string source, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < source.Length && belongs(source[end]))
            end++;
        return source[start..end];
    }
}

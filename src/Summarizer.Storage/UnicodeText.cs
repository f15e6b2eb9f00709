using System.Text;

namespace Summarizer.Storage;

/// <summary>Which text can be interchanged: everything but Unicode's noncharacters and lone surrogates (Unicode 16, 23.7).</summary>
/// <remarks>Neither can be normalised, and neither can stand in the XML of a storage listing.</remarks>
internal static class UnicodeText
{
    /// <summary>Whether <paramref name="text"/> holds neither a noncharacter nor a lone surrogate.</summary>
    public static bool IsInterchangeable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || IsNoncharacter(rune))
                return false;
            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }

    /// <summary>U+FDD0 to U+FDEF, and the last two code points of each plane.</summary>
    public static bool IsNoncharacter(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;
}

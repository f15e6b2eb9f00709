using Summarizer.Extractive.Stances.Lexicon;

namespace Summarizer.Extractive.Stances.Features;

/// <summary>Everything the model looks at. Training and use share it to the letter.</summary>
internal static class StanceFeatures
{
    public static void Extract<TSink>(ReadOnlySpan<char> sentence, TextSpan target, ref TSink sink)
        where TSink : IFeatureSink
    {
        Span<StanceToken> buffer = stackalloc StanceToken[SentenceTokens.Most];
        var (count, at) = SentenceTokens.Read(sentence, target, StanceLexicon.Shared, buffer);
        var tokens = buffer[..count];
        WordFeatures.Extract(sentence, tokens, at, ref sink);
        RoleFeatures.Extract(tokens, at, ref sink);
        AttachmentFeatures.Extract(tokens, at, ref sink);
        PatternFeatures.Extract(tokens, at, ref sink);
        ShapeFeatures.Extract(sentence, tokens, at, ref sink);
    }
}

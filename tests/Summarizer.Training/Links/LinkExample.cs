using Summarizer.Extractive.Entities.Linking;

namespace Summarizer.Training.Links;

/// <summary>One choice with the features of each option, the last of which is none of the candidates.</summary>
/// <param name="Right">Whether an option is right; at least one is.</param>
internal sealed record LinkExample(AnaphorClass Class, int[][] Options, bool[] Right)
{
    public double Weight { get; init; } = 1;
}

/// <summary>Writes down each choice that the linker makes in a document, and what would have been right.</summary>
/// <param name="document">The document.</param>
/// <param name="policy">Makes the choices; null to make the right ones.</param>
internal sealed class LinkRecorder(LinkDocument document, ILinkChooser? policy) : ILinkChooser
{
    public List<LinkExample> Examples { get; } = [];

    public LinkChoice Choose(in Anaphor anaphor, LinkOptions options)
    {
        var features = new int[options.Count + 1][];
        var right = new bool[options.Count + 1];
        var chosen = LinkChoice.None;
        for (var o = 0; o < options.Count; o++)
        {
            features[o] = options.FeaturesOf(o).Numbers.ToArray();
            right[o] = document.StandsFor(anaphor.Span, options.TargetOf(o));
            if (right[o] && chosen.Target is null)
                chosen = new LinkChoice(options.TargetOf(o), 1);
        }

        features[^1] = options.None.Numbers.ToArray();
        right[^1] = chosen.Target is null;
        Examples.Add(new LinkExample(anaphor.Class, features, right));
        return policy is null ? chosen : policy.Choose(anaphor, options);
    }
}

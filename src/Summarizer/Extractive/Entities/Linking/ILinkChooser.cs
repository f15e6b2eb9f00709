namespace Summarizer.Extractive.Entities.Linking;

/// <summary>Chooses what an anaphor stands for; training puts the corpus in the place of the weights.</summary>
internal interface ILinkChooser
{
    /// <param name="anaphor">What is to be linked.</param>
    /// <param name="options">Whom it may stand for; reused after the call.</param>
    LinkChoice Choose(in Anaphor anaphor, LinkOptions options);
}

/// <param name="Target">The best target; null when there is no candidate.</param>
/// <param name="Confidence">Probability, from 0 to 1, that the anaphor stands for it.</param>
internal readonly record struct LinkChoice(int? Target, double Confidence)
{
    public static LinkChoice None { get; } = new(null, 0);
}

/// <summary>The candidates of one anaphor, each with its features.</summary>
internal sealed class LinkOptions
{
    /// <summary>Most candidates of one anaphor.</summary>
    public const int Most = 16;

    private readonly (int Target, LinkFeatures Features)[] options = [.. Enumerable.Range(0, Most).Select(_ => (0, new LinkFeatures()))];

    public int Count { get; private set; }

    /// <summary>The features of a link to none of them.</summary>
    public LinkFeatures None { get; } = new();

    public int TargetOf(int option) => options[option].Target;

    public LinkFeatures FeaturesOf(int option) => options[option].Features;

    public void Clear()
    {
        Count = 0;
        None.Clear();
    }

    /// <summary>Adds a candidate and gives its features, which are empty.</summary>
    public LinkFeatures Add(int target)
    {
        options[Count].Target = target;
        options[Count].Features.Clear();
        return options[Count++].Features;
    }
}

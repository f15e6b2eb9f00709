namespace Summarizer.Extractive.Stances.Features;

/// <summary>Takes the features of a sentence: the model sums weights over them, training collects them.</summary>
internal interface IFeatureSink
{
    void Add(FeatureFamily family, ulong feature, float value);
}

/// <summary>Each family is scaled to one length of its own, so that many letters do not drown few roles.</summary>
internal enum FeatureFamily
{
    Words,
    Window,
    Sides,
    Letters,
    Roles,
    Attachment,
    Patterns,
    Shape,
    Sums,
    Steps,
    Count,
}

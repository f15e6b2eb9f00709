namespace Summarizer.Extractive.Stances.Features;

/// <summary>
/// What a feature says of the sentence. The weights are stored under hashes of these numbers: a number that has been
/// trained with never changes and never means anything else.
/// </summary>
internal enum FeatureId : ulong
{
    // WordFeatures
    Word = 1,
    WordPair = 2,
    NearWord = 3,
    NearPair = 4,
    NearTriple = 5,
    WordBefore = 6,
    WordAfter = 7,
    WordAtDistance = 8,
    WordStart = 10,
    WordEnd = 11,

    // RoleFeatures
    Class = 20,
    ClassRole = 21,
    ClassRoleDistance = 22,
    ClassRoleClause = 23,
    ClassQuotes = 24,
    NearestBefore = 25,
    NearestAfter = 26,
    NearestPair = 27,
    VerbRole = 28,

    // SumFeatures
    Balance = 40,
    Favor = 41,
    Against = 42,
    Step = 43,
    StepPair = 44,
    QuotedStepOfSpeaker = 45,
    UnquotedStepOfSpeaker = 46,

    // ShapeFeatures
    Shape = 50,

    // AttachmentFeatures
    ClassHolders = 60,
    ClassHoldersDistance = 61,
    ClassHoldersClause = 62,
    WordHolders = 63,
    ClassSaid = 64,

    // PatternFeatures
    PatternStart = 70,
    Pattern = 71,
    PathAfter = 72,
    PathBefore = 73,
}

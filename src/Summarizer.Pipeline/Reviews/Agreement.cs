using Summarizer.Storage.Reviews;

namespace Summarizer.Pipeline.Reviews;

/// <summary>How often reviewers accept the engines' claims, and each other's verdicts.</summary>
/// <param name="Articles">With at least one verdict.</param>
/// <param name="All">Verdicts on claims that results make now, over all of them.</param>
/// <param name="Added">Claims that reviewers added and results do not make.</param>
/// <param name="Stale">Verdicts whose claim is gone.</param>
/// <param name="Engines">By the engine that made the claims.</param>
/// <param name="Kinds">By kind of claim.</param>
/// <param name="Confidence">Stances by the confidence that they came with, in tenths; empty tenths are left out.</param>
/// <param name="Reviewers">Each pair of reviewers with claims in common, those with the most first; at most 100.</param>
public sealed record Agreement(
    int Articles, AgreementCount All, int Added, int Stale, IReadOnlyList<EngineAgreement> Engines, IReadOnlyList<KindAgreement> Kinds,
    IReadOnlyList<ConfidenceAgreement> Confidence, IReadOnlyList<ReviewerAgreement> Reviewers);

/// <param name="Judged">Verdicts.</param>
/// <param name="Accepted">Of them, those that accept what is claimed.</param>
/// <param name="Share">Accepted of judged; null when none is judged.</param>
public sealed record AgreementCount(int Judged, int Accepted, double? Share)
{
    public static AgreementCount From(int judged, int accepted)
        => new(judged, accepted, judged == 0 ? null : Math.Round((double)accepted / judged, 4));
}

/// <param name="Model">Null for an engine without a model.</param>
public sealed record EngineAgreement(string Engine, string Version, string? Model, AgreementCount Count);

public sealed record KindAgreement(ReviewKind Kind, AgreementCount Count);

/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive, but for 1.</param>
/// <param name="Mean">The mean confidence of the claims judged: of a calibrated engine it is the share.</param>
public sealed record ConfidenceAgreement(double From, double To, double Mean, AgreementCount Count);

/// <param name="Claims">That both judged.</param>
/// <param name="Agreed">Of them, those on which they said the same.</param>
/// <param name="Kappa">Cohen's κ (Cohen, "A coefficient of agreement for nominal scales", 1960): 1 for agreement always, 0 for as much
/// as chance would have; null where both said one and the same of everything, so that chance explains all.</param>
public sealed record ReviewerAgreement(string Left, string Right, int Claims, int Agreed, double? Kappa);

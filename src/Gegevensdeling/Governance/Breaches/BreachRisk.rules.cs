namespace Gegevensdeling.Governance.Breaches;

/// <summary>
/// From codes to a risk (art. 33.1, 34.1). Careful on purpose: without risk is only what is unlikely and limited for contact data; high is what is
/// severe and not unlikely, or likely and considerable, or likely with special data.
/// </summary>
public static class BreachRisk
{
    public static Risk Of(Sensitivity sensitivity, Likelihood likelihood, Impact impact) => (sensitivity, likelihood, impact) switch
    {
        (_, not Likelihood.Unlikely, Impact.Severe) => Risk.High,
        (_, Likelihood.Likely, Impact.Considerable) => Risk.High,
        (Sensitivity.Special, not Likelihood.Unlikely, _) => Risk.High,
        (not Sensitivity.Special, Likelihood.Unlikely, Impact.Limited) => Risk.None,
        _ => Risk.Some,
    };
}

using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>What was recorded of a protocol, over all its versions. Derived, never stored.</summary>
public sealed record LifeState(IReadOnlyList<LifeFact> Facts)
{
    public static LifeState None { get; } = new([]);

    /// <summary>The suspensions that run, oldest first: each party stops the exchange for itself, and releases what it stopped.</summary>
    public IReadOnlyList<LifeFact.Suspended> Suspensions { get; } =
        [.. Facts.Where((fact, at) => fact is LifeFact.Suspended since && !Facts.Skip(at + 1).OfType<LifeFact.Released>().Any(release => release.Party == since.Party)).Cast<LifeFact.Suspended>()];

    /// <summary>The first of them; null while the exchange may go on.</summary>
    public LifeFact.Suspended? Suspension => Suspensions.Count > 0 ? Suspensions[0] : null;

    public LifeFact.NoticeGiven? Notice => Facts.OfType<LifeFact.NoticeGiven>().FirstOrDefault();

    public LifeFact.Terminated? Termination => Facts.OfType<LifeFact.Terminated>().FirstOrDefault();

    public LifeFact.WoundUp? WoundUp => Facts.OfType<LifeFact.WoundUp>().FirstOrDefault();

    /// <summary>The suspension of this party that runs.</summary>
    public LifeFact.Suspended? SuspensionBy(PartyId party) => Suspensions.FirstOrDefault(since => since.Party == party);

    /// <summary>The last investigation since this suspension.</summary>
    public LifeFact.Investigated? InvestigationSince(LifeFact.Suspended since) => Facts.OfType<LifeFact.Investigated>().LastOrDefault(found => found.At >= since.At);

    /// <summary>The versions that bind the parties, as they stand, oldest first: what all signed; all versions where nothing was signed yet. A draft neither ends nor lengthens anything.</summary>
    /// <param name="versions">Oldest first.</param>
    public IReadOnlyList<Protocol> Binding(IReadOnlyList<Protocol> versions)
    {
        var applied = versions.Select(Applied).ToList();
        var signed = applied.Where(version => version.Parties.All(party => version.Signing.Signatures.Any(signature => signature.Party == party.Id))).ToList();
        return signed.Count > 0 ? signed : applied;
    }

    /// <summary>The last legal date on which any version that binds allows exchange (G7 to G9); null while no end is known.</summary>
    /// <param name="versions">Oldest first.</param>
    public DateOnly? LastDay(IReadOnlyList<Protocol> versions)
    {
        var days = Binding(versions).Select(ProtocolRules.LastDay).ToList();
        return days.Contains(null) ? null : days.Max();
    }

    public static LifeState Of(IEnumerable<ExchangeFact> facts) => new([.. facts.OfType<LifeFact>()]);

    /// <summary>The word of this state in lists.</summary>
    public string Word => this switch
    {
        { WoundUp: not null } => "afgewikkeld",
        { Termination: not null } => "beeindigd",
        { Suspension: not null } => "geschorst",
        { Notice: not null } => "opgezegd",
        _ => "lopend",
    };

    /// <summary>The hash of the text with which this version was first seen.</summary>
    public string? TextOf(int version) => Facts.OfType<LifeFact.Registered>().FirstOrDefault(seen => seen.Version == version)?.Sha256;

    /// <summary>What was recorded of one version.</summary>
    public IEnumerable<TFact> Of<TFact>(Protocol version)
        where TFact : LifeFact => Facts.OfType<TFact>().Where(fact => fact.OfVersion == version.Version);

    /// <summary>The protocol as it stands: its file, and what was recorded since. The rules then judge it as any protocol.</summary>
    public Protocol Applied(Protocol file) => file with
    {
        Advices = [.. file.Advices.Select(advice => Of<LifeFact.Advised>(file).LastOrDefault(fact => fact.Party == advice.Party) is { } given
            ? advice with { Date = given.Date, DatePrinted = null, Sense = given.Sense }
            : advice)],
        Signing = file.Signing with
        {
            Signatures = [.. file.Signing.Signatures, .. Of<LifeFact.Signed>(file).Select(fact => new Signature
            {
                Party = fact.Party, Name = fact.Name, Office = fact.Office, Mandate = fact.Mandate, Date = fact.Date, Form = SignatureForm.Digital, Source = "ondertekening",
            })],
        },
        Publications = [.. file.Publications, .. Of<LifeFact.Published>(file).Select(fact => new Publication
        {
            Party = fact.Party, Url = fact.Url, Date = fact.Date, Source = "D",
        })],
        Contacts = [.. file.Contacts.Select(contacts => contacts.Mailbox is { } mailbox && contacts.Party == file.Receiver
            && Of<LifeFact.MailboxConfirmed>(file).LastOrDefault() is { } confirmed
                ? contacts with { Mailbox = mailbox with { ReadBy = confirmed.ReadBy, ConfirmedOn = confirmed.Date, ConfirmedBy = confirmed.By.Role } }
                : contacts)],
        AcceptedFindings = [.. file.AcceptedFindings, .. Of<LifeFact.FindingAccepted>(file).Select(fact => new AcceptedFinding
        {
            Code = fact.Code, Subject = fact.Subject, Finding = fact.Code, By = fact.Name, On = Calendar.LegalCalendar.DateOf(fact.At), Why = fact.Why, Source = Sourced.Ours, Reason = fact.Why,
        })],
        Duration = file.Duration with
        {
            Notice = file.Duration.Notice ?? (Notice is { } notice ? new() { Date = notice.Date, By = notice.Party, Source = file.Duration.NoticePeriod.Source } : null),
            Termination = file.Duration.Termination ?? (Termination is { } end ? new() { Date = end.Date, Cause = end.Cause, By = end.Party, Source = SourceOf(end, file.Duration) } : null),
        },
    };

    /// <summary>An end by law stands where the notice does (Mechelen art. 11, Turnhout art. 12); one for breach has an article of its own.</summary>
    private static string SourceOf(LifeFact.Terminated end, Duration duration) => end.Cause == EndCause.Breach ? duration.BreachEnd.Source : duration.NoticePeriod.Source;
}

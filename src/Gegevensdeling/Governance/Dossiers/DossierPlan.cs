using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>What a dossier asks of the system now, and when it has to be looked at again. A pure rule of each kind makes it.</summary>
/// <param name="Steps">Everything that is due, also what was taken already: the dossier knows which codes are done.</param>
/// <param name="Next">The next moment at which something falls due; null while only people can bring it further.</param>
public sealed record DossierPlan(IReadOnlyList<DossierStep> Steps, DateTimeOffset? Next)
{
    /// <summary>Steps first, then moments: the next is the earliest that lies ahead.</summary>
    public static DossierPlan Of(IEnumerable<DossierStep?> steps, DateTimeOffset now, params IEnumerable<DateTimeOffset?> moments)
    {
        var ahead = moments.OfType<DateTimeOffset>().Where(moment => moment > now).Order().ToList();
        return new([.. steps.OfType<DossierStep>()], ahead.Count == 0 ? null : ahead[0]);
    }
}

/// <summary>One thing that the system does of itself, once.</summary>
/// <param name="Code">Unique in the dossier, words of ours and ids only: <c>advies-vragen:1:ocmw-mechelen</c>.</param>
public abstract record DossierStep(string Code)
{
    /// <summary>Tells people something: in plain Dutch, by reference only (W4).</summary>
    public sealed record Tell(string Code, IReadOnlyList<Audience> To, MailText Text) : DossierStep(Code);

    /// <summary>Does something in the system; the kind knows what the code means.</summary>
    public sealed record Act(string Code) : DossierStep(Code);
}

/// <summary>Whom to tell. Addresses come from the protocol file and the staff directory, nowhere else.</summary>
public abstract record Audience
{
    private Audience(PartyId? of) => Of = of;

    /// <summary>Whose address it is; null of a member of staff, whom the directory knows.</summary>
    public PartyId? Of { get; }

    /// <summary>The data protection officer's mandate; its deputy where the mandate does not run (W2).</summary>
    public sealed record Dpo(PartyId Party) : Audience(Party);

    /// <summary>The officer and the deputy, for what cannot wait (G18).</summary>
    public sealed record DpoAndDeputy(PartyId Party) : Audience(Party);

    /// <summary>The deputy of the officer, whether the mandate runs or not.</summary>
    public sealed record Deputy(PartyId Party) : Audience(Party);

    /// <summary>Where the protocol says a breach is reported; the officer where it names nobody (art. 9).</summary>
    public sealed record Breach(PartyId Party) : Audience(Party);

    /// <summary>The colleagues of the service, by their shared address; the head, then the officer, where there is none.</summary>
    public sealed record Service(PartyId Party) : Audience(Party);

    /// <summary>The pinned mailbox that a team reads; its colleagues' address, then the head's, then the officer's, where there is none.</summary>
    public sealed record Mailbox(PartyId Party) : Audience(Party);

    /// <summary>The head of the service; the officer where the file names none.</summary>
    public sealed record HeadOfService(PartyId Party) : Audience(Party);

    /// <summary>One member of staff, as long as the directory knows them (W23).</summary>
    public sealed record Staff(StaffRef Reference) : Audience((PartyId?)null);
}

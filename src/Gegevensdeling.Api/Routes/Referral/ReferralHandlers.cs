using Gegevensdeling.Api.Problems;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Keys;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Referral;

/// <summary>Turns requests into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class ReferralHandlers(
    ReferralIntake intake, ReferralDesk desk, ReferralReading reading, ReferralFile file, ReferralEvidence figures,
    IRegister register, IEvidenceStore evidence, IStaffDirectory staff, Actors actors, ProtocolLives lives, ProtocolCatalog protocols)
{
    public async Task<ApiAnswer> CreateAsync(ApiRequest request, ReferralRequest body, CancellationToken cancellation)
    {
        // The version that is in force now: the exchange keeps it.
        if (await lives.GoverningAsync(new(body.Protocol), request.At, cancellation) is not GoverningVersion.Found { Protocol: var protocol })
            return ApiAnswer.Refuse(ProtocolRules.Unknown(new(body.Protocol)));
        var exchange = new ExchangeId(request.Reservation);
        var actor = await ActorAsync(request, ReferralActions.Refer, request.At.Year, cancellation);
        return await intake.CreateAsync(actor, protocol, body, exchange, request.FactId, cancellation) switch
        {
            IntakeResult.Accepted accepted => ApiAnswer.Made(new ReferredAnswer(accepted.Exchange, Acute(protocol)), $"/doorverwijzingen/{accepted.Exchange}/aflevering"),
            IntakeResult.Refused refused => ApiAnswer.Refuse(refused.Refusal, [.. refused.Fields.Select(field => new FieldProblem(field.Path, field.Reason))]),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, ReferralCommand command, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, action, cancellation);
        return await desk.DoAsync(actor, ExchangeOf(request), command, request.FactId, cancellation) is DeskResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    public Task<ApiAnswer> OutcomeAsync(ApiRequest request, OutcomeBody body, CancellationToken cancellation) => body switch
    {
        { WantsHelp: true, ClientFileOpened: false } => Task.FromResult(ApiAnswer.Refuse(new Refusal(
            "clientdossier-ontbreekt", "art. 3", "Wenst de cliënt hulp, bevestig dan dat het cliëntdossier is aangemaakt: daarna wordt deze kopie gewist."))),
        { WantsHelp: true } => DoAsync(request, ReferralActions.FollowUp, new ReferralCommand.OpenClientFile((Manner)body.Manner), cancellation),
        _ => DoAsync(request, ReferralActions.FollowUp, new ReferralCommand.WantNoHelp((Manner)body.Manner, body.Erase), cancellation),
    };

    /// <summary>W8: each referral that the client names is withdrawn, or none is; the one in the path is among them.</summary>
    public async Task<ApiAnswer> WithdrawAsync(ApiRequest request, WithdrawBody body, CancellationToken cancellation)
    {
        var side = await SideAsync(request, cancellation);
        var command = new ReferralCommand.Withdraw(side, (Manner)body.Manner, side == Side.Team ? null : body.Concerns);
        ExchangeId[] named = side == Side.Ocmw && body.Concerns?.Contains(ExchangeOf(request)) == true ? [.. body.Concerns.Distinct()] : [];
        if (await UnwithdrawableAsync(request, named, cancellation) is { } refused)
            return refused;

        // The one in the path last: a repetition after a crash still finds it, and with it the others.
        var actor = await ActorAsync(request, ReferralActions.Withdraw, cancellation);
        foreach (var other in named.Where(one => one != ExchangeOf(request)))
            await desk.DoAsync(actor, other, command, request.FactId, cancellation);
        return await DoAsync(request, ReferralActions.Withdraw, command, cancellation);
    }

    private async Task<ApiAnswer?> UnwithdrawableAsync(ApiRequest request, IReadOnlyList<ExchangeId> named, CancellationToken cancellation)
    {
        foreach (var one in named)
        {
            if (await file.FindAsync(one, cancellation) is not { } linked || linked.Head.Receiver != request.Caller.Party)
                return ApiAnswer.NotFound();
            if (linked.State.End is not null && !request.Retried)
                return ApiAnswer.Refuse(ReferralDecisions.Ended);
        }

        return null;
    }

    public async Task<ApiAnswer> WipeKeyAsync(ApiRequest request, CancellationToken cancellation) =>
        await DoAsync(request, ReferralActions.KeyAtBothSides, new ReferralCommand.WipeKey(await SideAsync(request, cancellation)), cancellation);

    public async Task<ApiAnswer> OpenAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, ReferralActions.Open, cancellation);
        return await reading.OpenAsync(actor, ExchangeOf(request), request.Purpose, request.FactId, cancellation) switch
        {
            Shown<ReferralDocument>.Ok shown => ApiAnswer.Ok(shown.Value),
            Shown<ReferralDocument>.Refused refused => ApiAnswer.Refuse(refused.Refusal),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    public async Task<ApiAnswer> FetchAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, ReferralActions.Fetch, cancellation);
        return await reading.FetchAsync(actor, ExchangeOf(request), request.Purpose, request.FactId, cancellation) switch
        {
            Shown<Stream>.Ok shown => new ApiAnswer.Content("application/x-7z-compressed", $"{ExchangeOf(request)}.7z", async (target, token) =>
            {
                await using var archive = shown.Value;
                await archive.CopyToAsync(target, token);
            }),
            Shown<Stream>.Refused refused => ApiAnswer.Refuse(refused.Refusal),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    public async Task<ApiAnswer> RevealKeyAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, ReferralActions.RevealKey, cancellation);
        var shown = await reading.RevealKeyAsync(actor, ExchangeOf(request), request.Purpose, request.FactId, cancellation);
        if (shown is not Shown<string>.Ok ok)
            return ApiAnswer.Refuse(((Shown<string>.Refused)shown).Refusal);
        var receiver = await staff.FindAsync(ok.Referral.State.OpenHandover!.AskedBy, cancellation);
        var spelled = TelephoneKey.Check(ok.Value) is KeyCheck.Valid valid ? valid.Key.Spell() : [];
        return ApiAnswer.Ok(new KeyAnswer(ok.Referral.Id, ok.Value, spelled, receiver?.Name));
    }

    public async Task<ApiAnswer> HandoverAsync(ApiRequest request, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(ExchangeOf(request), cancellation);
        var handover = referral.State.OpenHandover;
        var me = await actors.ReferenceAsync(request.Caller, referral.Head.CreatedAt.Year, cancellation);
        if (me != referral.State.Sender && me != referral.State.Owner && me != handover?.AskedBy)
            return ApiAnswer.Refuse(new("niet-betrokken-bij-sleutel", "W1", "Alleen wie de sleutel geeft en wie hem krijgt, ziet hoe ver de overdracht staat."));
        var asked = handover is null ? null : await staff.FindAsync(handover.AskedBy, cancellation);
        return ApiAnswer.Ok(new HandoverAnswer(
            referral.Id, handover?.Number, asked?.Name, handover?.AskedAt, handover?.RevealedAt is not null, handover?.ReceivedAt is not null));
    }

    public async Task<ApiAnswer> DeliveryAsync(ApiRequest request, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(ExchangeOf(request), cancellation);
        return ApiAnswer.Ok(new DeliveryAnswer(referral.Id, referral.State.Receipt is null ? "niet afgeleverd" : "afgeleverd", referral.State.NotForUs));
    }

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation)
    {
        var lines = new List<ReferralLine>();
        var references = new Dictionary<int, StaffRef>();
        foreach (var protocol in protocols.OfParty(request.Caller.Party).Where(protocol => protocol.Referral is not null && protocol.Receiver == request.Caller.Party))
        {
            var live = await register.ReferralsAsync(protocol.Id, liveOnly: true, cancellation).ToListAsync(cancellation);
            await foreach (var head in register.ReferralsAsync(protocol.Id, liveOnly: false, cancellation))
            {
                if (await file.FindAsync(head.Id, cancellation) is not { State.Exists: true } referral || (referral.State.End is not null && !referral.State.AwaitsDeclaration))
                    continue;
                if (!references.TryGetValue(head.CreatedAt.Year, out var me))
                    references[head.CreatedAt.Year] = me = await actors.ReferenceAsync(request.Caller, head.CreatedAt.Year, cancellation);
                lines.Add(new(
                    head.Id, head.Protocol, referral.State.Word, head.CreatedAt, referral.State.Owner == me, referral.State.Owner is not null,
                    referral.State.Owner is { } owner ? (await staff.FindAsync(owner, cancellation))?.Name : null, referral.State.End is not null,
                    ReferralLinks.Of(head, live)));
            }
        }

        return ApiAnswer.Ok(new ReferralList(lines));
    }

    public async Task<ApiAnswer> ReceiptAsync(ApiRequest request, CancellationToken cancellation) =>
        await KeptDocuments.FirstAsync(evidence, ExchangeOf(request), ReferralEvidence.ReceiptNames((await file.GetAsync(ExchangeOf(request), cancellation)).State), cancellation);

    /// <summary>Only of what is erased: a certificate that was signed while its erasure is still open is not given out (F2).</summary>
    public async Task<ApiAnswer> CertificateAsync(ApiRequest request, CancellationToken cancellation) =>
        (await file.GetAsync(ExchangeOf(request), cancellation)).State.Erased is null
            ? ApiAnswer.NotFound()
            : await KeptDocuments.LatestCertificateAsync(evidence, ExchangeOf(request), cancellation);

    public async Task<ApiAnswer> FiguresAsync(ApiRequest request, CancellationToken cancellation)
    {
        var protocol = protocols.Find(new(request.Value("protocol")))!;
        var thisYear = LegalCalendar.DateOf(request.At).Year;
        var year = request.Query("jaar") is { } text ? int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var parsed) ? parsed : 0 : thisYear;
        if (year < 2000 || year > thisYear)
            return ApiAnswer.Refuse(FaceRefusals.UnknownParameter);
        var side = request.Caller.Party == protocol.Sender ? Side.Team : Side.Ocmw;
        return ApiAnswer.Ok(await figures.FiguresAsync(protocol, year, side, cancellation));
    }

    /// <summary>W5: there is no urgent flag; what cannot wait is telephoned.</summary>
    private static string Acute(Protocol protocol) =>
        $"Is het acuut? Bel nu de dienst{(protocol.ContactsOf(protocol.Receiver).Phone is { } phone ? $": {phone.Spoken}" : string.Empty)}.";

    private async Task<Side> SideAsync(ApiRequest request, CancellationToken cancellation) =>
        (await register.FindAsync(ExchangeOf(request), cancellation))!.Sender == request.Caller.Party ? Side.Team : Side.Ocmw;

    private async Task<ActedBy> ActorAsync(ApiRequest request, ProtocolAction action, CancellationToken cancellation) =>
        await ActorAsync(request, action, (await register.FindAsync(ExchangeOf(request), cancellation))!.CreatedAt.Year, cancellation);

    private Task<ActedBy> ActorAsync(ApiRequest request, ProtocolAction action, int year, CancellationToken cancellation) => actors.OfAsync(request.Caller, action, year, cancellation);

    private static ExchangeId ExchangeOf(ApiRequest request) => new(request.Value("verwijzing"));
}

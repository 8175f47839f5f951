using Gegevensdeling.Protocols;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>One known defect of one file, and the data as they would be if the text were right.</summary>
/// <param name="Number">X1 to X21.</param>
internal sealed record Mend(string Number, string File, string Code, string? Subject, Func<Protocol, Protocol> Apply)
{
    public string Key => Lint.Key(Code, Subject);
}

/// <summary>Every known defect with its mend. What mends two findings at once stands twice.</summary>
internal static class Mends
{
    private const string Mechelen = "mechelen-2024", Kasterlee = "kasterlee-2025", Turnhout = "turnhout-2021", Maldegem = "maldegem-2023";

    public static IReadOnlyList<Mend> All { get; } =
    [
        new("X1", Mechelen, "e-mailadres-verschilt", "opgroeien-regie", PrintRight),
        new("X2", Mechelen, "kbo-ongeldig", "ocmw-mechelen", p => p with { Parties = [p.Parties[0], p.Parties[1] with { EnterpriseNumberPrinted = null }] }),
        new("X3", Mechelen, "handtekening-voor-opmaak", "opgroeien-regie", p => p with { Signing = p.Signing with { Signatures = [p.Signing.Signatures[0] with { Date = p.Signing.Date }, p.Signing.Signatures[1]] } }),
        new("X3", Mechelen, "ondertekenaar-geen-vertegenwoordiger", "ocmw-mechelen", BothSign),
        new("X4", Kasterlee, "op-twee-manieren-gezegd", "lokaal-team", p => SayOnce(p, "lokaal-team")),
        new("X5", Kasterlee, "overeenkomst-na-ondertekening", null, p => p with { Agreement = p.Agreement! with { Date = p.Signing.Date } }),
        new("X6", Turnhout, "advies-zonder-datum", "opgroeien-regie", p => p with { Advices = [p.Advices[0] with { Date = p.Advices[1].Date, DatePrinted = null }, .. p.Advices.Skip(1)] }),
        new("X7", Turnhout, "op-twee-manieren-gezegd", "periode-sociale-toeslag", p => SayOnce(p, "periode-sociale-toeslag")),
        new("X8", Turnhout, "gegeven-zonder-kolom", "betalingsperiode", p => p with { Fields = [.. p.Fields.Select(field => field.Columns is null ? field with { Columns = ["E"] } : field)] }),
        new("X9", Maldegem, "inwerkingtreding-voor-ondertekening", null, StartAfterSigning),
        new("X9", Maldegem, "advies-na-inwerkingtreding", "gemeente-maldegem", StartAfterSigning),
        new("X9", Maldegem, "advies-na-inwerkingtreding", "ocmw-maldegem", StartAfterSigning),
        new("X10", Maldegem, "een-bestand-voor-fasen", "debiteurenbestand", p => p with { Flows = [.. p.Flows.Select(flow => flow with { Channels = [.. flow.Channels.Select(channel => channel with { File = $"bestand-{flow.Code}" })] })] }),
        new("X11", Maldegem, "contact-gegevenslek-ontbreekt", "gemeente-maldegem", p => GiveContact(p, 0)),
        new("X11", Maldegem, "contact-gegevenslek-ontbreekt", "ocmw-maldegem", p => GiveContact(p, 1)),
        new("X11", Maldegem, "overweging-ontbreekt", "E", p => p with { Text = p.Text with { Recitals = [.. p.Text.Recitals, "E"] } }),
        .. new[] { Mechelen, Kasterlee, Turnhout }.SelectMany(file => new Mend[]
        {
            new("X12", file, "verwijzing-onbestaand", "art. 4", p => Point(p, "art. 4")),
            new("X12", file, "verwijzing-onbestaand", "art. 8", p => Point(p, "art. 8")),
            new("X14", file, "verwijzing-verkeerd-artikel", "art. 6", p => Refer(p, "art. 6", reference => reference with { Article = 3 })),
            new("X21", file, "haakjes-vergeten", "art. 9", p => Unbracket(p, "art. 9")),
        }),
        .. new[] { Mechelen, Kasterlee }.SelectMany(file => new Mend[]
        {
            new("X13", file, "op-twee-manieren-gezegd", "bewaartijd", p => SayOnce(p, "bewaartijd")),
            new("X15", file, "op-twee-manieren-gezegd", "bevoegd-ocmw", p => SayOnce(p, "bevoegd-ocmw")),
            new("X21", file, "verwijzing-nergens", "C", p => p with { Information = p.Information with { Source = "art. 9" } }),
        }),
        new("X16", Kasterlee, "vertegenwoordiger-tekent-niet", "ocmw-kasterlee", BothSign),
        new("X17", Turnhout, "op-twee-manieren-gezegd", "benaming-functionaris", p => SayOnce(p, "benaming-functionaris")),
        new("X18", Turnhout, "op-twee-manieren-gezegd", "datum-besluit-college", p => SayOnce(p, "datum-besluit-college")),
        new("X19", Maldegem, "richting-niet-in-titel", "fase-2", p => p with { Text = p.Text with { Directions = [.. p.Text.Directions.Select(direction => direction with { From = [.. direction.From, .. direction.To], To = [.. direction.To, .. direction.From] })] } }),
        new("X20", Maldegem, "termijn-zonder-lengte", "tijdelijk", p => Define(p, "tijdelijk", "3 maanden.")),
        new("X20", Maldegem, "begrip-zonder-bepaling", "client", p => Define(p, "client", "Wie hulp krijgt van het OCMW.")),
        new("X21", Turnhout, "haakjes-vergeten", "C1", p => Unbracket(p, "C1")),
    ];

    public static IEnumerable<Mend> Of(Protocol protocol) => All.Where(mend => mend.File == protocol.Id.Value);

    /// <summary>The protocol as it would be if its text had none of its known defects.</summary>
    public static Protocol Corrected(Protocol protocol) => Of(protocol).Aggregate(Lint.Unaccepted(protocol), (current, mend) => mend.Apply(current));

    private static Protocol PrintRight(Protocol protocol) => protocol with
    {
        Parties = [.. protocol.Parties.Select(party => party with { DataProtectionOfficer = party.DataProtectionOfficer with { MailPrinted = null } })],
        Contacts = [.. protocol.Contacts.Select(contacts => contacts with { Breach = contacts.Breach! with { MailPrinted = null } })],
    };

    private static Protocol BothSign(Protocol protocol)
    {
        var any = protocol.Signing.Signatures[1];
        var both = protocol.Parties[1].Representatives.Select(representative => any with { Name = representative.Name, Office = representative.Office });
        return protocol with { Signing = protocol.Signing with { Signatures = [protocol.Signing.Signatures[0], .. both] } };
    }

    private static Protocol SayOnce(Protocol protocol, string subject)
    {
        var first = protocol.Text.Statements.First(statement => statement.Subject == subject);
        return WithText(protocol, text => text with
        {
            Statements = [.. text.Statements.Select(each => each.Subject == subject ? each with { Printed = first.Printed.ToUpperInvariant(), Says = first.Says } : each)],
        });
    }

    private static Protocol StartAfterSigning(Protocol protocol) =>
        protocol with { Duration = protocol.Duration with { Start = protocol.Duration.Start with { Date = protocol.Signing.Date } } };

    private static Protocol GiveContact(Protocol protocol, int at) => protocol with
    {
        Contacts = [.. protocol.Contacts.Select((contacts, index) => index == at ? contacts with { Breach = new() { Source = "art. 9", Mail = "gegevenslek@maldegem.example" } } : contacts)],
    };

    private static Protocol Point(Protocol protocol, string place) => Refer(protocol, place, reference => reference with { Point = null });

    private static Protocol Refer(Protocol protocol, string place, Func<CrossReference, CrossReference> mend) =>
        WithText(protocol, text => text with { References = [.. text.References.Select(each => each.Source == place ? mend(each) : each)] });

    private static Protocol Unbracket(Protocol protocol, string place) => WithText(protocol, text => text with
    {
        Fragments = [.. text.Fragments.Select(each => each.Source == place ? each with { Printed = each.Printed.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal) } : each)],
    });

    private static Protocol Define(Protocol protocol, string word, string meaning) =>
        WithText(protocol, text => text with { Notions = [.. text.Notions.Select(each => each.Word == word ? each with { Meaning = meaning } : each)] });

    private static Protocol WithText(Protocol protocol, Func<ProtocolText, ProtocolText> mend) => protocol with { Text = mend(protocol.Text) };
}

using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>Every rule finds nothing on data that are right, and finds what it is for when one thing is wrong.</summary>
public sealed class RuleTableTests
{
    /// <summary>The start: protocols in which the linter finds nothing.</summary>
    private static readonly Dictionary<string, Protocol> Right = CommittedProtocols.All.Select(Mends.Corrected).ToDictionary(protocol => protocol.Name);

    private static readonly (string Start, string Finds, Func<Protocol, Protocol> Break)[] Table =
    [
        // an advice: dated, before signing, before the start, not negative
        ("Mechelen", "advies-zonder-datum (ocmw-mechelen)", p => Advice(p, advice => advice with { Date = null })),
        ("Mechelen", "", p => Advice(p, advice => advice with { Date = p.Signing.Date })),
        ("Mechelen", "advies-na-ondertekening (ocmw-mechelen)", p => Advice(p, advice => advice with { Date = p.Signing.Date.AddDays(1) })),
        ("Kasterlee", "", p => Start(p, p.Signing.Date)),
        ("Maldegem", "advies-na-inwerkingtreding (ocmw-maldegem) inwerkingtreding-voor-ondertekening", p => Start(Advice(p, advice => advice with { Date = p.Signing.Date }), p.Signing.Date.AddDays(-1))),
        ("Mechelen", "advies-negatief (ocmw-mechelen)", p => Advice(p, advice => advice with { Sense = AdviceSense.Negative })),

        // signing: by each party, by its representatives and all of them, not before the text, not after the start
        ("Mechelen", "handtekening-ontbreekt (opgroeien-regie)", p => Sign(p, signatures => signatures.Skip(1))),
        ("Mechelen", "ondertekenaar-geen-vertegenwoordiger (opgroeien-regie)", p => Sign(p, signatures => signatures.Select((each, at) => at == 0 ? each with { Name = "Iemand Anders" } : each))),
        ("Mechelen", "vertegenwoordiger-tekent-niet (ocmw-mechelen)", p => Sign(p, signatures => signatures.SkipLast(1))),
        ("Kasterlee", "handtekening-voor-opmaak (opgroeien-regie)", p => Sign(p, signatures => signatures.Select((each, at) => at == 0 ? each with { Date = p.Signing.Date.AddDays(-1) } : each))),
        ("Kasterlee", "inwerkingtreding-voor-ondertekening", p => Start(p, p.Signing.Date.AddDays(-1))),
        ("Kasterlee", "", p => p with { Agreement = p.Agreement! with { Date = p.Signing.Date.AddDays(-1) } }),
        ("Kasterlee", "overeenkomst-na-ondertekening", p => p with { Agreement = p.Agreement! with { Date = p.Signing.Date.AddDays(1) } }),

        // a party: a number that can exist or none, one address, a contact, a publication, three months of notice
        ("Mechelen", "", p => Party(p, party => party with { EnterpriseNumber = null })),
        ("Mechelen", "kbo-ongeldig (ocmw-mechelen)", p => Party(p, party => party with { EnterpriseNumber = "0212.196.112" })),
        ("Mechelen", "", p => Breach(p, contact => contact with { MailPrinted = contact.Mail.ToUpperInvariant() })),
        ("Mechelen", "e-mailadres-verschilt (ocmw-mechelen)", p => Breach(p, contact => contact with { MailPrinted = "privacy@mecheln.be" })),
        ("Kasterlee", "e-mailadres-elders-anders (opgroeien-regie)", p => p with { Contacts = [p.Contacts[0] with { Breach = p.Contacts[0].Breach! with { Mail = "dpo@opgroejen.be" } }, p.Contacts[1]] }),
        ("Mechelen", "contact-gegevenslek-ontbreekt (ocmw-mechelen)", p => Breach(p, _ => null)),
        ("Mechelen", "bekendmaking-ontbreekt (ocmw-mechelen)", p => p with { Publications = [p.Publications[0]] }),
        ("Mechelen", "", p => Notice(p, 3)),
        ("Mechelen", "opzegtermijn-kort", p => Notice(p, 2)),

        // the flows: a column each where there are columns, a direction of the title, phases apart
        ("Turnhout", "", p => p with { Fields = [.. p.Fields.Select(field => field with { Columns = null })] }),
        ("Turnhout", "gegeven-zonder-kolom (insz-kind)", p => p with { Fields = [p.Fields[0] with { Columns = null }, .. p.Fields.Skip(1)] }),
        ("Turnhout", "richting-niet-in-titel (aanvraag)", p => p with { Flows = [p.Flows[0] with { Fields = ["insz-kind", "betalingsperiode"] }, p.Flows[1] with { Fields = ["insz-kind"] }] }),
        ("Mechelen", "richting-niet-in-titel (doorverwijzing)", p => Text(p, text => text with { Directions = [text.Directions[0], text.Directions[1] with { From = text.Directions[1].To, To = text.Directions[1].From }] })),
        ("Maldegem", "een-bestand-voor-fasen (een)", p => OneFile(p)),
        ("Maldegem", "", p => OneFile(p) with { Retention = p.Retention with { Rules = [.. p.Retention.Rules.Where(rule => rule.End != RetentionEnd.AtOnce)] } }),

        // the text: numbered without gaps, referring to what is there, one reading, words with a meaning, no brackets
        ("Mechelen", "overweging-ontbreekt (E)", p => Text(p, text => text with { Recitals = [.. text.Recitals.Where(recital => recital != "E")] })),
        ("Mechelen", "", p => Text(p, text => text with { Recitals = ["A", "B1", "B2", "C", "D", "E", "F"] })),
        ("Mechelen", "artikel-ontbreekt (10)", p => Text(p, text => text with { Articles = [.. text.Articles.Where(article => article.Number != 10)] })),
        ("Mechelen", "verwijzing-onbestaand (art. 1)", p => Refer(p, reference => reference with { Article = 12 })),
        ("Mechelen", "verwijzing-onbestaand (art. 1)", p => Refer(p, reference => reference with { Article = null, Recital = "G" })),
        ("Mechelen", "verwijzing-onbestaand (art. 1)", p => Refer(p, reference => reference with { Article = null, Annex = "Bijlage 1", Meant = TextPart.Agreement })),
        ("Mechelen", "verwijzing-onbestaand (art. 1)", p => Refer(p, reference => reference with { Point = "1°" })),
        ("Mechelen", "verwijzing-verkeerd-artikel (art. 1)", p => Refer(p, reference => reference with { Meant = TextPart.Duration })),
        ("Mechelen", "", p => Refer(p, reference => reference with { Article = null, Recital = "C", Meant = TextPart.Purposes })),
        ("Mechelen", "", p => Refer(p, reference => reference with { Article = null })), // the data stand elsewhere: 'below' is right
        ("Mechelen", "verwijzing-nergens (art. 3)", p => Refer(p, reference => reference with { Source = "art. 3", Article = null })),
        ("Turnhout", "verwijzing-nergens (art. 1)", p => Refer(p, reference => reference with { Source = "art. 1", Article = null, Recital = null, Meant = TextPart.Agreement })),
        ("Turnhout", "verwijzing-verkeerd-artikel (C2)", p => Refer(p, reference => reference with { Recital = "C3" })),
        ("Mechelen", "", p => Say(p, "lokaal-team", "  LOKAAL team Kind en   Gezin Mechelen ", null)),
        ("Mechelen", "", p => Say(p, "lokaal-team", "het team in Mechelen", "lokaal team Kind en Gezin Mechelen")),
        ("Mechelen", "op-twee-manieren-gezegd (lokaal-team)", p => Say(p, "lokaal-team", "lokaal team Kind en Gezin Rupelstreek", null)),
        ("Mechelen", "begrip-zonder-bepaling (client)", p => Text(p, text => text with { Notions = [text.Notions[0] with { Meaning = null }] })),
        ("Mechelen", "termijn-zonder-lengte (client)", p => Text(p, text => text with { Notions = [text.Notions[0] with { Meaning = null, Kind = NotionKind.Term }] })),
        ("Mechelen", "haakjes-vergeten (art. 10)", p => p with { Court = p.Court with { Place = "[PLAATS]" } }),
        ("Mechelen", "haakjes-vergeten (art. 10)", p => p with { Court = p.Court with { Place = "Brussel]" } }),
        ("Mechelen", "", p => p with { Court = p.Court with { Place = "Brussel (rechtbank)", Reason = "[waarom]" } }),

        // an acceptance of what is not there
        ("Mechelen", "aanvaard-maar-niet-gevonden (kbo-ongeldig ocmw-mechelen)", p => p with { AcceptedFindings = [Accepted("kbo-ongeldig", "ocmw-mechelen")] }),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    [Requirement("F5")]
    public void A_rule_finds_what_is_wrong_and_nothing_else(int row)
    {
        var (start, finds, broken) = Table[row];
        Protocol[] others = [.. Right.Values.Where(other => other.Name != start)];
        Assert.Empty(ProtocolFindings.Check(Right[start], others));
        var found = ProtocolFindings.Check(broken(Right[start]), others).Select(finding => Lint.Key(finding.Code, finding.Subject));
        Assert.Equal(finds, string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_code_has_a_row_that_finds_it() =>
        Assert.All(FindingCodes.Computed, code => Assert.Contains(Table, row => row.Finds.Split(' ').Contains(code)));

    private static Protocol Advice(Protocol protocol, Func<Advice, Advice> change) =>
        protocol with { Advices = [.. protocol.Advices.SkipLast(1), change(protocol.Advices[^1])] };

    private static Protocol Start(Protocol protocol, DateOnly date) =>
        protocol with { Duration = protocol.Duration with { Start = protocol.Duration.Start with { Date = date } } };

    private static Protocol Sign(Protocol protocol, Func<IReadOnlyList<Signature>, IEnumerable<Signature>> change) =>
        protocol with { Signing = protocol.Signing with { Signatures = [.. change(protocol.Signing.Signatures)] } };

    private static Protocol Party(Protocol protocol, Func<Party, Party> change) => protocol with { Parties = [protocol.Parties[0], change(protocol.Parties[1])] };

    private static Protocol Breach(Protocol protocol, Func<ContactAddress, ContactAddress?> change) =>
        protocol with { Contacts = [protocol.Contacts[0], protocol.Contacts[1] with { Breach = change(protocol.Contacts[1].Breach!) }] };

    private static Protocol Notice(Protocol protocol, int months) =>
        protocol with { Duration = protocol.Duration with { NoticePeriod = protocol.Duration.NoticePeriod with { Months = months } } };

    private static Protocol OneFile(Protocol protocol) =>
        protocol with { Flows = [.. protocol.Flows.Select(flow => flow with { Channels = [flow.Channels[0] with { File = "een" }] })] };

    private static Protocol Text(Protocol protocol, Func<ProtocolText, ProtocolText> change) => protocol with { Text = change(protocol.Text) };

    /// <summary>Changes the reference of article 1 to article 3, which is right in all texts; in Turnhout the one of C2.</summary>
    private static Protocol Refer(Protocol protocol, Func<CrossReference, CrossReference> change)
    {
        var source = protocol.Name == "Turnhout" ? "C2" : "art. 1";
        return Text(protocol, text => text with { References = [.. text.References.Select(each => each.Source == source ? change(each) : each)] });
    }

    private static Protocol Say(Protocol protocol, string subject, string printed, string? says)
    {
        var last = protocol.Text.Statements.Last(statement => statement.Subject == subject);
        return Text(protocol, text => text with { Statements = [.. text.Statements.Select(each => ReferenceEquals(each, last) ? each with { Printed = printed, Says = says } : each)] });
    }

    private static AcceptedFinding Accepted(string code, string? subject) => new()
    {
        Source = "eigen", Reason = "Verzonnen.", Code = code, Subject = subject, Finding = "Iets.", By = "Iemand (voorbeeld)", On = new(2026, 1, 1), Why = "Daarom.",
    };
}

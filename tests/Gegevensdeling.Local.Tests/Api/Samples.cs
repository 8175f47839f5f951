using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Host;

namespace Gegevensdeling.Local.Tests.Api;

/// <summary>A body that each route takes.</summary>
internal static class Samples
{
    private static readonly Dictionary<string, object> Bodies = new()
    {
        ["doorverwijzen"] = Referrals.Body(Client.Of(900)),
        ["opname"] = new { },
        ["ontvangst"] = new { sha256 = new string('a', 64) },
        ["contact"] = new { wijze = "telefoon" },
        ["uitkomst"] = new { wenstHulp = false, wijze = "telefoon" },
        ["niet-voor-ons"] = new { reden = "verhuisd" },
        ["intrekking"] = new { wijze = "telefoon" },
        ["doorgave-gbo"] = new { toestemmingClient = true },
        ["verklaring"] = new { gewist = new[] { "papier" } },
        ["protocol-advies"] = new { versie = 1, strekking = "positief", op = "2024-01-15", kenmerk = "2026/14" },
        ["protocol-ondertekening"] = new { versie = 1, naam = "Iemand", functie = "directeur", mandaat = "beslissing 4", op = "2024-04-01" },
        ["protocol-bekendmaking"] = new { versie = 1, url = "https://www.voorbeeld.example/p", op = "2024-04-01" },
        ["protocol-postbus"] = new { versie = 1, gelezenDoor = "het onthaalteam", op = "2024-04-01" },
        ["protocol-aanvaarding"] = new { versie = 1, code = "bestaat-niet", waarom = "zomaar" },
        ["protocol-schorsing"] = new { reden = "inbreuk-protocol" },
        ["protocol-onderzoek"] = new { uitkomst = "geen-inbreuk", kenmerk = "2026/14" },
        ["protocol-vrijgave"] = new { kenmerk = "2026/14" },
        ["protocol-opzegging"] = new { op = "2026-03-02", kenmerk = "2026/14" },
        ["protocol-einde"] = new { oorzaak = "rechtsgrond-vervallen", vanaf = "2026-03-02", kenmerk = "2026/14" },
        ["auditkop-medeondertekening"] = new { @protected = "e30", payload = "e30", signature = "AAAA" },
        ["fout-melden"] = Corrections.Report(),
        ["fout-ontvangst"] = new { wijze = "telefoon" },
        ["fout-maatregel"] = new { maatregel = "niet-gegrond", reden = "gegeven-klopt", wijze = "telefoon" },
        ["fout-inhoud"] = Corrections.Content(Client.Of(902)),
        ["gegevenslek-melden"] = new { opgemerkt = "2026-03-02T08:00:00Z", soort = "verlies", duurtVoort = true, wijze = "telefoon" },
        ["gegevenslek-overleg"] = new { op = "2026-03-02T08:00:00Z", deelnemers = new[] { new { partij = "ocmw-mechelen", mandaat = "dpo" } }, beslissingen = new[] { "verder-onderzoeken" }, kenmerk = "verslag 1" },
        ["gegevenslek-risico"] = new { aard = new[] { "vertrouwelijkheid" }, gevoeligheid = "contactgegevens", kans = "mogelijk", gevolg = "beperkt" },
        ["gegevenslek-toezichthouder"] = new { toezichthouder = "vlaamse-toezichtcommissie", op = "2026-03-02T08:00:00Z", kenmerk = "melding 1" },
        ["gegevenslek-niet-te-melden"] = new { reden = "geen-risico" },
        ["gegevenslek-maatregelen"] = new { maatregelen = new[] { "toegang-ingetrokken" }, kenmerk = "nota 1" },
        ["gegevenslek-betrokkenen"] = new { inlichten = true },
        ["gegevenslek-geen-inbreuk"] = new { reden = "dubbele-melding" },
        ["bezwaar"] = new { soort = "bezwaar", wijze = "telefoon" },
        ["bezwaar-verlenging"] = new { reden = "complex" },
        ["bezwaar-beslissing"] = new { beslissing = "gegrond", kenmerk = "2026/14" },
        ["bezwaar-verwittiging"] = new { wijze = "telefoon", op = "2026-03-02" },
        ["groeipakketvraag-bezwaar"] = new { soort = "bezwaar", wijze = "telefoon" },
        ["groeipakketantwoord-bezwaar"] = new { soort = "bezwaar", wijze = "telefoon" },
        ["bestandsbezwaar-verlenging"] = new { reden = "complex" },
        ["bestandsbezwaar-beslissing"] = new { beslissing = "rij-niet-meer-gebruiken", kenmerk = "2026/14" },
        ["bestandsbezwaar-verwittiging"] = new { wijze = "telefoon", op = "2026-03-02" },
        ["antwoordfout-melden"] = new { soort = "foutief", gegevens = new[] { "recht-sociale-toeslag" }, rijen = new[] { 2 }, wijze = "telefoon" },
        ["antwoordfout-ontvangst"] = new { wijze = "telefoon" },
        ["antwoordfout-maatregel"] = new { maatregel = "niet-gegrond", reden = "gegeven-klopt", wijze = "telefoon" },
        ["evaluatie-datum"] = new { op = "2026-03-31" },
        ["evaluatie-gehouden"] = new { op = "2026-03-02", besluiten = new[] { "velden-besproken" }, kenmerk = "2026/14" },
        ["wijziging"] = new { soort = "verwerkers", kenmerk = "2026/14" },
        ["wijziging-gevolg"] = new { gevolg = "geen-gevolg", kenmerk = "2026/14" },
        ["toegangscontrole-oordeel"] = new { oordeel = "te-verwijderen", aantal = 1, kenmerk = "2026/14" },
        ["toegangscontrole-verwijdering"] = new { kenmerk = "2026/14" },
        ["sleutel-verloren"] = new { reden = "verloren" },
        ["groeipakket-sleutel"] = new { sleutel = "Sleutel van Turnhout 1", kanaal = "telefoon" },
        ["groeipakket-opzoeken"] = new { uittreksel = "KU-0000-0000-0001" },
        ["groeipakket-aanvraag-verklaring"] = new { gewist = new[] { "downloads" } },
        ["groeipakketantwoord-ontvangst"] = new { sha256 = new string('a', 64) },
        ["groeipakketantwoord-mail"] = new { reden = "storing-sftp" },
        ["groeipakketantwoord-sleutel-ontvangst"] = new { kanaal = "telefoon" },
        ["groeipakketantwoord-sleutel-verloren"] = new { reden = "verloren" },
        ["groeipakketantwoord-verklaring"] = new { gewist = new[] { "papier" } },
    };

    public static object? BodyOf(string route) => Bodies.GetValueOrDefault(route);
}

using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>The texts that a person is given (W22): the leaflet, and what article 14 GDPR wants told. Each fits one A4.</summary>
public sealed partial class HandoutPages(Protocol protocol, DateOnly on, PageLinks links)
{
    /// <summary>Sentences in a paragraph of the information text: a wall of text is not plain language.</summary>
    private const int SentencesTogether = 3;

    /// <summary>A question in the leaflet heads what follows it.</summary>
    public string Leaflet() => Page($"Folder: protocol {protocol.Name}", "Uw gegevens: de folder", Questions(Sentences(protocol.Information.Leaflet)));

    public string Information() => Page(
        $"Informatie over uw gegevens: protocol {protocol.Name}", "Informatie over uw gegevens",
        [
            P("Deze informatie krijgt u op grond van artikel 14 van de algemene verordening gegevensbescherming (AVG)."),
            .. Sentences(protocol.Information.Article14).Chunk(SentencesTogether).Select(together => P(string.Join(' ', together))),
        ]);

    private string Page(string title, string heading, IEnumerable<XElement> content) => PublicPage.Write(
        title,
        [Link(links.List, "Alle protocollen"), Link(links.Page(protocol.Id), $"Protocol {protocol.Name}")],
        [H1(heading), .. content, Contacts()],
        ProtocolPage.Foot(protocol, on),
        sheet: true);

    private XElement Contacts() => Facts("Vragen over uw gegevens",
        protocol.Parties.Select(party => (party.Name, (object?)Mail(party.DataProtectionOfficer.Mail))));

    private static IEnumerable<XElement> Questions(IEnumerable<string> sentences)
    {
        var answer = new List<string>();
        foreach (var sentence in sentences)
        {
            if (!sentence.EndsWith('?'))
            {
                answer.Add(sentence);
                continue;
            }

            if (answer.Count > 0)
                yield return P(string.Join(' ', answer));
            answer.Clear();
            yield return new XElement("h2", sentence);
        }

        if (answer.Count > 0)
            yield return P(string.Join(' ', answer));
    }

    private static string[] Sentences(string text) => [.. SentenceEnd().Split(text.Trim()).Where(sentence => sentence.Length > 0)];

    /// <summary>White space after a full stop, a question mark or an exclamation mark, before a capital.</summary>
    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();
}

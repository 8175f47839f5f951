using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Groeipakket;

public sealed record EnterKeyBody
{
    /// <summary>Exactly as the DPO of the requester gave it.</summary>
    [JsonPropertyName("sleutel")]
    public required string Key { get; init; }

    [JsonPropertyName("kanaal")]
    public required KeyChannel Channel { get; init; }

    /// <summary>Prints nothing of the key.</summary>
    public override string ToString() => nameof(EnterKeyBody);
}

public sealed record LookUpBody
{
    /// <summary>The extract to look it up in.</summary>
    [JsonPropertyName("uittreksel")]
    public required ExchangeId Extract { get; init; }
}

public sealed record ConfirmAnswerBody
{
    /// <summary>SHA-256 of the file that arrived, 64 hex digits.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }
}

public sealed record AskMailBody
{
    [JsonPropertyName("reden")]
    public required MailReason Reason { get; init; }
}

public sealed record AnswerKeyReceivedBody
{
    [JsonPropertyName("kanaal")]
    public required KeyChannel Channel { get; init; }
}

public sealed record AnswerKeyLostBody
{
    [JsonPropertyName("reden")]
    public required AnswerKeyLostReason Reason { get; init; }
}

public sealed record GroeipakketDeclareBody
{
    [JsonPropertyName("gewist")]
    public required IReadOnlyList<DeclaredCopy> Erased { get; init; }
}

/// <summary>The reference of what was made.</summary>
public sealed record GroeipakketMade([property: JsonPropertyName("verwijzing")] ExchangeId Exchange);

/// <summary>How far a request is: counts, never a number of a person.</summary>
/// <param name="Tries">How often the key may still be tried in this handover; null where no key is needed.</param>
public sealed record RequestAnswerLine(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("aanvrager")] PartyId Requester,
    [property: JsonPropertyName("sinds")] DateTimeOffset Since,
    [property: JsonPropertyName("bewaardTot")] DateTimeOffset? Until,
    [property: JsonPropertyName("verzegeldDoorAanvrager")] bool SealedByRequester,
    [property: JsonPropertyName("pogingenOver")] int? Tries,
    [property: JsonPropertyName("rijen")] int? Rows,
    [property: JsonPropertyName("juist")] int? Right,
    [property: JsonPropertyName("fout")] int? Wrong,
    [property: JsonPropertyName("opmerkingen")] int? Warnings,
    [property: JsonPropertyName("geweigerdOm")] string? RejectedFor,
    [property: JsonPropertyName("vervangt")] ExchangeId? Replaces,
    [property: JsonPropertyName("antwoord")] ExchangeId? Answer);

public sealed record RequestAnswerList([property: JsonPropertyName("aanvragen")] IReadOnlyList<RequestAnswerLine> Requests);

/// <summary>One row that is not right, or that asks for attention (W13): never its number.</summary>
public sealed record ReportRow(
    [property: JsonPropertyName("rij")] int Row,
    [property: JsonPropertyName("fout")] bool IsError,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("uitleg")] string Text);

/// <param name="More">Rows that are not listed.</param>
public sealed record ReportAnswer(
    [property: JsonPropertyName("rijen")] IReadOnlyList<ReportRow> Rows,
    [property: JsonPropertyName("nietGetoond")] int More);

/// <summary>How far an answer is.</summary>
/// <param name="Sha256">Of the sealed file that counts, to compare with what arrived.</param>
public sealed record AnswerLine(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("aanvraag")] ExchangeId Request,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("sinds")] DateTimeOffset Since,
    [property: JsonPropertyName("bewaardTot")] DateTimeOffset? Until,
    [property: JsonPropertyName("kanaal")] string? Channel,
    [property: JsonPropertyName("sha256")] string? Sha256,
    [property: JsonPropertyName("bytes")] long? Bytes,
    [property: JsonPropertyName("ja")] int? Yes,
    [property: JsonPropertyName("nee")] int? No,
    [property: JsonPropertyName("overgeslagen")] int? Skipped,
    [property: JsonPropertyName("mailGevraagdOm")] MailReason? MailAsked,
    [property: JsonPropertyName("mailGoedgekeurd")] bool MailApproved,
    [property: JsonPropertyName("overdracht")] int? Handover,
    [property: JsonPropertyName("sleutelGetoond")] bool KeyRevealed,
    [property: JsonPropertyName("sleutelOntvangen")] bool KeyReceived,
    [property: JsonPropertyName("wachtOpVerklaring")] bool AwaitsDeclaration);

/// <summary>One extract of the Vlaams Kadaster Groeipakket.</summary>
public sealed record ExtractLine(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("peildatum")] DateOnly AsOf,
    [property: JsonPropertyName("sinds")] DateTimeOffset Since,
    [property: JsonPropertyName("bewaardTot")] DateTimeOffset? Until);

public sealed record ExtractLines([property: JsonPropertyName("uittreksels")] IReadOnlyList<ExtractLine> Extracts);

/// <summary>The key of an answer, once (F4).</summary>
/// <param name="Spelled">How to read it aloud, one line a group.</param>
/// <param name="Number">The number of the other DPO, where the protocol gives one.</param>
public sealed record AnswerKeyAnswer(
    [property: JsonPropertyName("verwijzing")] ExchangeId Exchange,
    [property: JsonPropertyName("sleutel")] string Key,
    [property: JsonPropertyName("voorlezen")] IReadOnlyList<string> Spelled,
    [property: JsonPropertyName("nummer")] string? Number)
{
    /// <summary>Prints nothing of the key.</summary>
    public override string ToString() => nameof(AnswerKeyAnswer);
}

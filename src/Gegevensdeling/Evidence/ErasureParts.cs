using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Evidence;

/// <summary>One place of this system where a copy could have been, looked at after the deletion.</summary>
/// <param name="Place">Its name in plain Dutch, for example <c>sleutelkluis, verwijderde sleutels inbegrepen</c>.</param>
/// <param name="SoughtFor">What was looked for, in plain Dutch, without personal data.</param>
/// <param name="Found">How many copies were found; a certificate has only zeros.</param>
public sealed record PlaceLookedAt(
    [property: JsonPropertyName("plaats")] string Place,
    [property: JsonPropertyName("gezochtNaar")] string SoughtFor,
    [property: JsonPropertyName("bekekenOp")] DateTimeOffset LookedAt,
    [property: JsonPropertyName("gevonden")] int Found);

/// <summary>A party's own word about its own copies; the FAQ says that a declaration suffices (R13).</summary>
public sealed record Declaration
{
    [JsonConstructor]
    public Declaration(DeclaredCopy about, DeclarationState state, PartyId party, ActedBy? by = null, DateTimeOffset? at = null)
    {
        if ((state == DeclarationState.Declared) != (by is not null && at is not null))
            throw new ArgumentException("a declaration names who made it and when, and one that is awaited names neither", nameof(state));
        About = about;
        State = state;
        Party = party;
        By = by;
        At = at;
    }

    [JsonPropertyName("wat")]
    public DeclaredCopy About { get; }

    [JsonPropertyName("stand")]
    public DeclarationState State { get; }

    /// <summary>The party whose copies these are.</summary>
    [JsonPropertyName("partij")]
    public PartyId Party { get; }

    [JsonPropertyName("door")]
    public ActedBy? By { get; }

    [JsonPropertyName("op")]
    public DateTimeOffset? At { get; }

    public static Declaration Made(DeclaredCopy about, ActedBy by, DateTimeOffset at) => new(about, DeclarationState.Declared, by.Party, by, at);

    public static Declaration Awaited(DeclaredCopy about, PartyId party) => new(about, DeclarationState.NotYet, party);
}

public enum DeclarationState
{
    [JsonStringEnumMemberName("verklaard")]
    Declared,

    [JsonStringEnumMemberName("nog niet verklaard")]
    NotYet,
}

/// <summary>Copies that only the party itself can see.</summary>
public enum DeclaredCopy
{
    [JsonStringEnumMemberName("mailbox")]
    Mailbox,

    [JsonStringEnumMemberName("downloads")]
    Downloads,

    [JsonStringEnumMemberName("papier")]
    Paper,

    /// <summary>P14, F4: the key on whatever it was noted on.</summary>
    [JsonStringEnumMemberName("sleutel")]
    Key,

    /// <summary>The receiver's drive, where a protocol lets the file stand there (D12).</summary>
    [JsonStringEnumMemberName("dienstenschijf")]
    Drive,
}

/// <summary>The engine's history holds ids and states only (design 3, law 7); it goes on a term of its own.</summary>
/// <param name="PersonalData">Always false; stated so that the reader need not know the design.</param>
/// <param name="PurgeOn">When it is to be purged; in certificate 2, when it was.</param>
/// <param name="Purged">True in certificate 2.</param>
public sealed record EngineHistory(
    [property: JsonPropertyName("persoonsgegevens")] bool PersonalData,
    [property: JsonPropertyName("opgeschoond")] bool Purged,
    [property: JsonPropertyName("datum")] DateTimeOffset PurgeOn)
{
    public static EngineHistory ToBePurged(DateTimeOffset on) => new(PersonalData: false, Purged: false, on);

    public static EngineHistory WasPurged(DateTimeOffset on) => new(PersonalData: false, Purged: true, on);
}

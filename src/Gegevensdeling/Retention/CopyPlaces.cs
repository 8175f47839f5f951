using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Retention;

/// <summary>A place in this system where something of an exchange can be.</summary>
public interface ICopyPlace
{
    /// <summary>One of <see cref="CopyPlaces"/>.</summary>
    string Name { get; }

    /// <summary>What is looked for there, in plain Dutch, for the certificate.</summary>
    string SoughtFor { get; }

    Task EraseAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>How many copies are still there, in whatever form.</summary>
    Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation);
}

/// <summary>Every place, by the name that the certificate gives it. A place without code behind it stops the host at start.</summary>
public static class CopyPlaces
{
    public const string Key = "sleutelkluis";
    public const string Archives = "opslag van verzegelde bestanden";
    public const string Outbox = "uitgaande berichten";
    public const string Drop = "sftp-map van de ontvanger";
    public const string Register = "pseudoniemen in het register";

    /// <summary>The key first: crypto-shredding (F3).</summary>
    public static IReadOnlyList<string> InOrderOfErasure { get; } = [Key, Archives, Outbox, Drop, Register];

    /// <summary>Those that version 1 of <see cref="Erasure"/> erases at: of a referral nothing ever stands ready over SFTP. All places are looked at again all the same.</summary>
    public static IReadOnlyList<string> OfVersion1 { get; } = [Key, Archives, Outbox, Register];
}

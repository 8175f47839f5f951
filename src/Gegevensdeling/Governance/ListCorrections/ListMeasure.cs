using System.Text.Json.Serialization;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>The 'gepaste maatregelen' of article 7 on the list of a debtor protocol. What is right is in the list itself, never here.</summary>
public enum ListMeasure
{
    /// <summary>Right from the next delivery on; until it came the report stays open.</summary>
    [JsonStringEnumMemberName("volgende-levering")] NextDelivery,

    [JsonStringEnumMemberName("nieuwe-versie")] NewVersion,

    /// <summary>A debt is closed or a person has none any more: the municipality's.</summary>
    [JsonStringEnumMemberName("rij-gesloten")] RowClosed,

    /// <summary>Collection pauses or goes on: the OCMW's.</summary>
    [JsonStringEnumMemberName("vermelding-gewijzigd")] MarkChanged,

    [JsonStringEnumMemberName("geen-fout")] NoDefect,
}

/// <summary>The words of the measures, as they stand in lists and in the audit chain.</summary>
public static class ListMeasureWords
{
    public static string Word(this ListMeasure measure) => measure switch
    {
        ListMeasure.NextDelivery => "volgende-levering",
        ListMeasure.NewVersion => "nieuwe-versie",
        ListMeasure.RowClosed => "rij-gesloten",
        ListMeasure.MarkChanged => "vermelding-gewijzigd",
        ListMeasure.NoDefect => "geen-fout",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };
}

using System.Globalization;
using System.Text;
using PhoneNumbers;

namespace Gegevensdeling.Keys;

/// <summary>Brings a person's data into one form, so that two people who write the same person get the same pseudonym (W8).</summary>
/// <remarks>
/// A name is NFKC and lower case (design 5) and then reduced to its letters and digits: "Van den Bergh" and "Vandenbergh", "Renée" and
/// "Renee" are typed for the same person. The telephone or mail beside it keeps different people apart.
/// </remarks>
public static class PersonNormalisation
{
    /// <summary>Most a form keeps of one value; longer input is not a name or an address.</summary>
    public const int MaximumLength = 320;

    /// <summary>The forms of a referred person: name with telephone, with mail and with address, as far as they are given and valid.</summary>
    public static IReadOnlyList<PersonForm> Referral(string firstName, string lastName, string? telephone, string? mail, string? address = null)
    {
        var name = $"{Name(firstName)}\n{Name(lastName)}";
        var forms = new List<PersonForm>();
        if (telephone is not null && Telephone(telephone) is { } number)
            forms.Add(new PersonForm("naam-telefoon", $"{name}\n{number}"));
        if (mail is not null && Mail(mail) is { } mailbox)
            forms.Add(new PersonForm("naam-mail", $"{name}\n{mailbox}"));
        if (address is not null)
            forms.Add(new PersonForm("naam-adres", $"{name}\n{Name(address)}"));
        return forms;
    }

    /// <summary>The form of a person who is known by INSZ; the eleven digits only.</summary>
    public static PersonForm Insz(string digits) => new("insz", digits);

    /// <summary>The number in E.164, read as a Belgian one where no country is given, or null where it is no possible number.</summary>
    public static string? Telephone(string text)
    {
        var library = PhoneNumberUtil.GetInstance();
        try
        {
            var number = library.Parse(text.Normalize(NormalizationForm.FormKC), "BE");
            return library.IsPossibleNumber(number) ? library.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null; // its message may quote the number
        }
    }

    /// <summary>The address in NFKC and lower case, or null where it has no single @ between two parts.</summary>
    public static string? Mail(string text)
    {
        var address = text.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var whole = at > 0 && at < address.Length - 1 && address.LastIndexOf('@') == at && address.Length <= MaximumLength;
        return whole && !address.Any(char.IsWhiteSpace) ? address : null;
    }

    internal static string Name(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsLetterOrDigit(rune) || (category == UnicodeCategory.SpacingCombiningMark))
                plain.Append(rune.ToString());
        }

        return plain.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }
}

using static Gegevensdeling.Local.Demo.DemoSpreadsheets;

namespace Gegevensdeling.Local.Demo;

/// <summary>Somebody invented who owes the municipality something, is a client of the OCMW, or both.</summary>
internal sealed record DebtorPerson(string First, string Last, string Number, string Street)
{
    /// <summary>Everything of this person that may be found nowhere.</summary>
    public IReadOnlyList<string> Words => [Last, Number, Street];

    /// <summary>Names nobody.</summary>
    public override string ToString() => nameof(DebtorPerson);
}

/// <summary>Who plays in the two months of Maldegem, and the workbooks that both sides make from their own administrations.</summary>
internal static class DebtorPeople
{
    /// <summary>A client in both months, with two debts.</summary>
    public static readonly DebtorPerson Stays = new("Tuur", "Luchtkasteel", Insz(new(1993, 6, 27), 173), "Wolkenpad 9");

    /// <summary>A client in both months, who wants no solution.</summary>
    public static readonly DebtorPerson Refuses = new("Griet", "Dichtgedacht", Insz(new(1979, 10, 5), 358), "Gedichtenlaan 21");

    /// <summary>A client who paid before the second month.</summary>
    public static readonly DebtorPerson Pays = new("Odilon", "Fabelaere", Insz(new(1956, 3, 18), 147), "Sprookjesplein 4");

    /// <summary>A client in the first month only, known to the OCMW under another name.</summary>
    public static readonly DebtorPerson Leaves = new("Leopoldine", "Droombeeck", Insz(new(1948, 12, 30), 512), "Nevelkouter 30");

    /// <summary>A client from the second month on; the number begins with a zero, which no step may lose.</summary>
    public static readonly DebtorPerson Joins = new("Baziel", "Onbestaenders", Insz(new(2001, 2, 11), 215), "Nergenstraat 66");

    /// <summary>Two debtors who are no client.</summary>
    public static readonly DebtorPerson[] Strangers =
    [
        new("Wannes", "Verzonnekens", Insz(new(1985, 5, 14), 431), "Niemandsdreef 1"), new("Ysolde", "Nergenshuizen", Insz(new(1972, 8, 2), 640), "Niemandsdreef 2"),
    ];

    /// <summary>A client who owes the municipality nothing.</summary>
    public static readonly DebtorPerson NoDebt = new("Fientje", "Zonderschuld", Insz(new(1968, 1, 23), 289), "Effenveld 12");

    public const string OtherName = "Hersenschim";

    public const string Company = "Bakkerij Schijngebak";

    /// <summary>With valid check digits; nobody's.</summary>
    public const string CompanyNumber = "0999.999.922";

    public static readonly DebtorPerson[] FirstDebtors = [Strangers[0], Stays, Refuses, Joins, Pays, Leaves, Strangers[1]];

    /// <summary>The debtors of the first month who are clients then, in the order of the delivery.</summary>
    public static readonly DebtorPerson[] FirstListed = [Stays, Refuses, Pays, Leaves];

    public static readonly DebtorPerson[] SecondDebtors = [Stays, Strangers[0], Refuses, Joins, Leaves, Strangers[1]];

    public static readonly DebtorPerson[] SecondListed = [Stays, Refuses, Joins];

    public static readonly DebtorPerson[] SecondClients = [NoDebt, Joins, Stays, Refuses];

    public static readonly DebtorPerson[] Everybody = [Stays, Refuses, Pays, Leaves, Joins, .. Strangers, NoDebt];

    /// <summary>Every name, number, street and file number of the story.</summary>
    public static readonly string[] Words = [.. Everybody.SelectMany(one => one.Words), OtherName, Company, CompanyNumber, "INV-2026-0"];

    private static readonly string[] DetailHeadings = ["Rijksregisternummer", "Straat en huisnummer", "Dossiernummer", "Aard", "Bedrag", "Afbetaling per maand", "Laatste afbetaling"];

    /// <summary>Phase 1 out of the bookkeeping of the municipality, and what stands in rows besides.</summary>
    public static byte[] Debtors(IEnumerable<DebtorPerson> people, params IEnumerable<string[]> besides) =>
        Workbook([["Voornaam", "Familienaam", "Rijksregisternummer"], .. people.Select(one => new[] { one.First, one.Last, one.Number }), .. besides]);

    /// <summary>The clients out of the OCMW's own system, with the name that it has (W19).</summary>
    public static byte[] FirstClients() => Workbook(
    [
        ["Rijksregisternummer", "Voornaam", "Familienaam"],
        .. new[] { Pays, NoDebt, Refuses, Stays }.Select(one => new[] { one.Number, one.First, one.Last }), [Leaves.Number, Leaves.First, OtherName],
    ]);

    /// <summary>Phase 3: a row a debt.</summary>
    public static byte[] Details(params IEnumerable<string[]> rows) => Workbook([DetailHeadings, .. rows]);

    public static string[] Debt(DebtorPerson person, string file, string nature, string amount, string monthly = "", string last = "") =>
        [person.Number, person.Street, file, nature, amount, monthly, last];

    /// <summary>What the bookkeeping gets: the marks of the protocol, and what to do (D6).</summary>
    public static byte[] Accounting(params IEnumerable<(DebtorPerson Person, bool Paused)> rows) =>
    [
        .. System.Text.Encoding.UTF8.Preamble,
        .. System.Text.Encoding.UTF8.GetBytes(string.Concat(
            rows.Select(row => $"{row.Person.Number};{(row.Paused ? "cliënt OCMW;pauzeren" : "invorderingsprocedure voortzetten;hervatten")}\r\n").Prepend("rijksregisternummer;vermelding;actie\r\n"))),
    ];
}

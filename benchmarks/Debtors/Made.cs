using System.Globalization;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.TestKit;

namespace Gegevensdeling.Benchmarks.Debtors;

/// <summary>Debtors and clients who do not exist, as many of each; one in ten is both.</summary>
internal static class Made
{
    private static readonly string[] FirstNames = ["Jan", "An", "Wouter", "Zoë", "Els", "Mohamed", "Sofie", "Tom", "Fatima", "Lucas"];

    private static readonly string[] LastNames = ["Peeters", "Maes", "De Smet", "Claes", "Van den Bergh", "Goossens", "'t Kindt", "Wouters", "El Amrani", "Dubois"];

    public static int Matches(int rows) => rows / 10;

    public static string Number(int person) => SyntheticInsz.Adult(person);

    public static int FirstClient(int rows) => rows - Matches(rows);

    public static void Write(string folder, int rows)
    {
        using (var debtors = File.Create(Path.Combine(folder, "debtors.xlsx")))
        {
            using var writer = new WorksheetWriter(debtors, "Debiteuren");
            writer.Append("Voornaam", "Familienaam", "Rijksregisternummer");
            for (var row = 0; row < rows; row++)
                writer.Append(FirstName(row), LastName(row), Number(row));
            writer.Complete();
        }

        using var clients = File.Create(Path.Combine(folder, "clients.xlsx"));
        using var other = new WorksheetWriter(clients, "Cliënten");
        other.Append("Rijksregisternummer", "Voornaam", "Familienaam");
        for (var row = 0; row < rows; row++)
            other.Append(Number(FirstClient(rows) + row), FirstName(FirstClient(rows) + row), LastName(FirstClient(rows) + row));
        other.Complete();
    }

    /// <summary>The same, without files.</summary>
    public static (DebtorTable Debtors, ClientTable Clients) Tables(int rows) => (
        new([.. Enumerable.Range(0, rows).Select(row => new Debtor(Parsed(row), FirstName(row), LastName(row)))], FileReport.None),
        new([.. Enumerable.Range(FirstClient(rows), rows).Select(row => new Client(Parsed(row), FirstName(row), LastName(row), Withheld: false))], FileReport.None));

    private static long Parsed(int person) => long.Parse(Number(person), CultureInfo.InvariantCulture);

    private static string FirstName(int row) => FirstNames[row % 10];

    private static string LastName(int row) => LastNames[row / 10 % 10];
}

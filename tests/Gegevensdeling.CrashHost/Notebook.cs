using System.Globalization;
using System.Text.Json;

namespace Gegevensdeling.CrashHost;

/// <summary>
/// What outlives a killed process beside the host's own data: the time, and what the clients outside know - which steps are done and
/// what each request was answered.
/// </summary>
internal sealed class Notebook
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero); // a Monday morning

    private readonly string path;
    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);

    public Notebook(string folder)
    {
        path = Path.Combine(folder, "aantekeningen.txt");
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            var parts = line.Split('|', 4);
            switch (parts[0])
            {
                case "klok":
                    Time = new(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero);
                    break;
                case "stap":
                    StepsDone++;
                    break;
                default:
                    answers.Add(parts[1], new(int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]));
                    break;
            }
        }
    }

    public DateTimeOffset Time { get; private set; } = Begin;

    public int StepsDone { get; private set; }

    public Answer? Find(string request) => answers.GetValueOrDefault(request);

    public void Note(string request, Answer answer)
    {
        answers.Add(request, answer);
        Append(string.Create(CultureInfo.InvariantCulture, $"antwoord|{request}|{answer.Status}|{answer.Text}\n"));
    }

    public void Turn(DateTimeOffset time)
    {
        Time = time;
        Append(string.Create(CultureInfo.InvariantCulture, $"klok|{time.UtcTicks}\n"));
    }

    public void StepDone()
    {
        StepsDone++;
        Append("stap\n");
    }

    private void Append(string line) => File.AppendAllText(path, line);
}

/// <summary>What a client got back.</summary>
internal sealed record Answer(int Status, string Text)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
}

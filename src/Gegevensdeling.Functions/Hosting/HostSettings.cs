using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Gegevensdeling.Api.Identity;
using Gegevensdeling.Azure;
using Gegevensdeling.Governance.PersonAnswers;
using Gegevensdeling.Keys;
using Microsoft.Extensions.Configuration;

namespace Gegevensdeling.Functions.Hosting;

/// <summary>The settings of this host. Each stands in <c>local.settings.sample.json</c>; no other does (tested).</summary>
internal sealed record HostSettings(AzureOptions Azure, IdentityOptions Identity, QueryLimits PersonQueries, SigningKeyTerms SigningKeys)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads and checks all of them.</summary>
    /// <exception cref="InvalidDataException">Something is missing or wrong; the message says all that is, in Dutch, and shows no value.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        AzureOptions? azure = null;
        IdentityOptions? identity = null;
        QueryLimits? queries = null;
        SigningKeyTerms? keys = null;
        List<string> wrong = [];
        try
        {
            azure = configuration.Get<AzureOptions>();
            wrong.AddRange(azure is null ? ["Er zijn geen instellingen gevonden."] : Wrong(azure, ""));
            queries = configuration.GetSection(nameof(PersonQueries)).Get<QueryLimits>() ?? QueryLimits.Default;
            wrong.AddRange(Wrong(queries, $"{nameof(PersonQueries)}__"));
            keys = configuration.GetSection(nameof(SigningKeys)).Get<SigningKeyTerms>() ?? SigningKeyTerms.Default;
            wrong.AddRange(Wrong(keys, $"{nameof(SigningKeys)}__"));
        }
        catch (InvalidOperationException)
        {
            wrong.Add("Een instelling heeft een verkeerde vorm (een adres begint met https://).");
        }

        try
        {
            identity = IdentityOf(configuration);
        }
        catch (JsonException)
        {
            wrong.Add("'Identity' is geen geldige JSON.");
        }

        return wrong.Count == 0 ? new(azure!, identity!, queries!, keys!) : throw new InvalidDataException("De toepassing start niet:\n" + string.Join('\n', wrong));
    }

    /// <summary>One JSON value: its dictionaries have keys (tenants, addresses) that no setting's name can hold. Its content is checked with the tokens.</summary>
    private static IdentityOptions IdentityOf(IConfiguration configuration) =>
        configuration["Identity"] is { Length: > 0 } json
            ? JsonSerializer.Deserialize<IdentityOptions>(json, Json) ?? new()
            : new();

    private static IEnumerable<string> Wrong(object options, string path)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        foreach (var name in found.SelectMany(result => result.MemberNames))
            yield return $"'{path}{name}' ontbreekt of klopt niet.";
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType.Namespace?.StartsWith(nameof(Gegevensdeling), StringComparison.Ordinal) == true))
        {
            if (property.GetValue(options) is { } section and not IEnumerable)
            {
                foreach (var text in Wrong(section, $"{path}{property.Name}__"))
                    yield return text;
            }
        }
    }
}

using Gegevensdeling.Api.Routes;
using Microsoft.AspNetCore.Http;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>An address holds references and codes only: an undeclared parameter is refused, so that nobody puts a name in one.</summary>
internal static class QueryReader
{
    /// <summary>The parameters, or null when one is not declared, stands there twice or has a value of another form.</summary>
    public static IReadOnlyDictionary<string, string>? Read(IQueryCollection query, IReadOnlyList<string> declared) =>
        query.All(parameter => declared.Contains(parameter.Key) && parameter.Value is [{ } value] && PathTemplate.IsValue(value))
            ? query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.Ordinal)
            : null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO.Json;
using NaccsCert.Resources;

namespace NaccsCert.Services;

/// <summary>Says of a service definition all that is wrong with it, or that nothing is.</summary>
internal static class ServiceDefinitionCheck
{
    /// <summary>Checks a definition.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="origin">Its path or name.</param>
    /// <param name="readFile">Reads a file that the definition names, relative to the definition.</param>
    /// <returns>An entry for each error in the order of the text; without errors one that says so, after what people should compare.</returns>
    public static IReadOnlyList<ServiceDefinitionTestResult> Run(byte[] utf8, string origin, Func<string, byte[]> readFile)
    {
        var problems = new List<JsonProblem>();
        ServiceDefinition? definition = ServiceDefinitionParser.Read(utf8, origin, readFile, problems);
        return definition is null || problems.Count > 0
            ? [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).Select(problem => Describe(problem, origin))]
            : [.. InternationalHosts(definition).Select(host => Warn(host, origin)), Pass(definition, origin)];
    }

    private static IEnumerable<string> InternationalHosts(ServiceDefinition definition) => definition.Hosts.Select(host => host.Host)
        .Append(definition.Enrollment.Url.Host).Distinct(StringComparer.OrdinalIgnoreCase).Where(HostNames.IsInternational);

    private static ServiceDefinitionTestResult Describe(JsonProblem problem, string origin) => new()
    {
        Status = CheckStatus.Failed,
        Reason = Strings.Format(StringId.JsonComplaint, problem.Path, problem.Complaint),
        Path = origin,
        Location = problem.Path,
        LineNumber = problem.Line,
        ColumnNumber = problem.Column,
        Suggestion = problem.Suggestion,
    };

    private static ServiceDefinitionTestResult Warn(string host, string origin) => new()
    {
        Status = CheckStatus.Warning,
        Reason = Strings.Format(StringId.DefinitionInternationalHost, HostNames.Show(host)),
        Path = origin,
    };

    private static ServiceDefinitionTestResult Pass(ServiceDefinition definition, string origin) => new()
    {
        Status = CheckStatus.Passed,
        Reason = Strings.Format(StringId.DefinitionValid, definition.Name, HostNames.Of(definition.Enrollment.Url)),
        Path = origin,
    };
}

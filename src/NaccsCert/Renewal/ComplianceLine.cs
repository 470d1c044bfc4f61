using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Renewal;

/// <summary>A compliance as the one line that a management agent keeps.</summary>
/// <remarks>Members may be added at the end, where there is room for them; those that are there keep their place and meaning.</remarks>
internal static class ComplianceLine
{
    // What agents keep of a line (Intune).
    private const int MaxLength = 2048;

    // Where it comes from is worth less to an agent, which knows its computer, than the certificates.
    private const int MaxOriginLength = 512;

    /// <summary>Composes the line, in ASCII.</summary>
    /// <param name="code">The sum.</param>
    /// <param name="compliant">Whether nothing needs to be done.</param>
    /// <param name="plans">What is to be done about each certificate: of many the worst are told, as many as there is room for.</param>
    /// <param name="origin">Where and when; left out are those of its texts for which there is no room.</param>
    public static string Compose(ComplianceCode code, bool compliant, IReadOnlyList<RenewalPlan> plans, ComplianceOrigin origin)
    {
        string[] tail = [.. Fitting(OriginMembers(origin), MaxOriginLength)];
        int room = MaxLength - Line([]).Length;

        // By number: sorting by an enumeration is compiled anew in each process, and detection scripts come by here.
        string[] certificates =
            [.. Fitting(plans.OrderByDescending(plan => (int)ComplianceCodes.Of(plan)).Select(Describe), room, endsAtFirst: true)];
        return Line(certificates);

        string Line(IEnumerable<string> told) => JsonText.Object(
        [
            JsonText.Text("naccs", "detect"),
            JsonText.Text("code", code.ToString()),
            JsonText.Number("exit", compliant ? 0 : 1),
            JsonText.Number("count", plans.Count),
            JsonText.Array("certificates", told),
            .. tail,
        ]);
    }

    private static IEnumerable<string> OriginMembers(ComplianceOrigin origin) => new[]
    {
        JsonText.Moment("time", origin.Time), JsonText.Text("version", origin.ModuleVersion),
        JsonText.Text("computer", origin.ComputerName), JsonText.Text("user", origin.UserName),
    }.OfType<string>();

    // Each with the comma before it.
    private static IEnumerable<string> Fitting(IEnumerable<string> texts, int room, bool endsAtFirst = false)
    {
        foreach (string text in texts)
        {
            if (text.Length + 1 <= room)
            {
                room -= text.Length + 1;
                yield return text;
            }
            else if (endsAtFirst)
            {
                yield break;
            }
        }
    }

    private static string Describe(RenewalPlan plan) => JsonText.Object(
        JsonText.Text("terminal", plan.Terminal),
        JsonText.Text("code", ComplianceCodes.Of(plan).ToString()),
        JsonText.Number("days", plan.DaysLeft));
}

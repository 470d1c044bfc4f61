using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Renewal;

/// <summary>A compliance as the one line that a management agent keeps.</summary>
/// <remarks>
/// Members may be added at the end; those that are there keep their place and meaning. The user is not named: scripts of Intune must
/// not collect personal data, and an agent knows who uses its computer.
/// </remarks>
internal static class ComplianceLine
{
    // What agents keep of a line (Intune).
    private const int MaxLength = 2048;

    /// <summary>Composes the line, in ASCII.</summary>
    /// <param name="code">The sum.</param>
    /// <param name="compliant">Whether nothing needs to be done.</param>
    /// <param name="plans">What is to be done about each certificate: of many the worst are told, as many as there is room for.</param>
    /// <param name="origin">Where and when.</param>
    public static string Compose(ComplianceCode code, bool compliant, IReadOnlyList<RenewalPlan> plans, ComplianceOrigin origin)
    {
        var told = new List<string>();
        int left = MaxLength - Line([]).Length;

        // By number: sorting by an enumeration is compiled anew in each process, and detection scripts come by here.
        foreach (string certificate in plans.OrderByDescending(plan => (int)ComplianceCodes.Of(plan)).Select(Describe))
        {
            left -= certificate.Length + 1;
            if (left < 0)
            {
                break;
            }

            told.Add(certificate);
        }

        return Line(told);

        string Line(IEnumerable<string> certificates) => JsonText.Object(
            JsonText.Text("naccs", "detect"),
            JsonText.Text("code", code.ToString()),
            JsonText.Number("exit", compliant ? 0 : 1),
            JsonText.Number("count", plans.Count),
            JsonText.Array("certificates", certificates),
            JsonText.Moment("time", origin.Time),
            JsonText.Text("version", origin.ModuleVersion),
            JsonText.Text("computer", origin.ComputerName),
            JsonText.Text("officialTool", origin.OfficialTool));
    }

    private static string Describe(RenewalPlan plan) => JsonText.Object(
        JsonText.Text("terminal", plan.Terminal),
        JsonText.Text("code", ComplianceCodes.Of(plan).ToString()),
        JsonText.Number("days", plan.DaysLeft));
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.PowerShell.Text;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>The state of each certificate at a glance, above the menu of the assistant.</summary>
/// <param name="userName">The account.</param>
/// <param name="computer">The name of the computer.</param>
/// <param name="widthOf">How many cells a text takes on the screen.</param>
internal sealed class AssistantStatus(string userName, string computer, Func<string, int> widthOf)
{
    private const string Gap = "  ";

    /// <summary>The lines.</summary>
    /// <param name="certificates">The certificates, those that were renewed already included.</param>
    /// <param name="unfinished">How many enrollments are unfinished.</param>
    public IEnumerable<string> Lines(IReadOnlyList<NaccsCertificate> certificates, int unfinished)
    {
        yield return CommandText.Format(MessageId.AssistantHeading, userName, computer);
        NaccsCertificate[] shown = [.. certificates.Where(IsShown)];
        if (shown.Length == 0)
        {
            yield return CommandText.Format(MessageId.AssistantNoCertificate);
        }
        else
        {
            foreach (string line in Table(shown))
            {
                yield return line;
            }
        }

        if (unfinished > 0)
        {
            yield return CommandText.Format(MessageId.AssistantUnfinished, unfinished);
        }
    }

    private static bool IsShown(NaccsCertificate certificate) =>
        certificate.Status != CertificateStatus.Superseded && !ArchivedCertificates.AreLeftOut(certificate);

    // What is not simply valid says itself what to do about it.
    private IEnumerable<string> Table(NaccsCertificate[] certificates)
    {
        string[][] rows =
        [
            [
                PropertyLabel.Of(nameof(NaccsCertificate.Terminal)),
                PropertyLabel.Of(nameof(NaccsCertificate.Status)),
                PropertyLabel.Of(nameof(NaccsCertificate.NotAfter)),
                PropertyLabel.Of(nameof(NaccsCertificate.DaysLeft)),
            ],
            .. certificates.Select(Cells),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => widthOf(row[column])))];
        yield return Line(rows[0], widths);
        for (int index = 0; index < certificates.Length; index++)
        {
            yield return Line(rows[index + 1], widths);
            if (certificates[index].Status != CertificateStatus.Valid)
            {
                yield return Gap + Gap + certificates[index].Reason;
            }
        }
    }

    private static string[] Cells(NaccsCertificate certificate) =>
    [
        certificate.Terminal,
        ValueText.Of(certificate.Status),
        certificate.NotAfter.LocalDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        certificate.DaysLeft.ToString(CultureInfo.InvariantCulture),
    ];

    private string Line(string[] cells, int[] widths) =>
        (Gap + string.Join(Gap, cells.Select((cell, column) => cell + new string(' ', widths[column] - widthOf(cell))))).TrimEnd();
}

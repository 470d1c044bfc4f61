using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Terminals;

namespace NaccsCert.PowerShell.Rows;

/// <summary>
/// What an object of the pipeline says of installed certificates: a certificate of <c>Get-NaccsCertificate</c>, also from a job or another
/// computer; the result of <c>Test-NaccsCompliance</c>; or a report that <c>ConvertFrom-Json</c> has read.
/// </summary>
internal static class InstalledRow
{
    private static readonly string[] Lists = ["Plans", "certificates"];
    private static readonly string[] Statuses = ["CertificateStatus", "Status"];
    private static readonly string[] Computers = ["PSComputerName", "ComputerName", "Computer"];
    private static readonly string[] Users = ["UserName", "User"];

    /// <summary>Reads an object.</summary>
    /// <param name="row">The object.</param>
    /// <param name="number">Which of the pipeline it is, from 1.</param>
    /// <param name="userName">The account of this process: that of certificates which do not say where they are.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.TerminalRowInvalid"/>: it has no terminal with an end of validity.</exception>
    public static IReadOnlyList<InstalledTerminal> Read(object? row, int number, string userName)
    {
        var cells = new RowCells(row);
        string? computer = Text(cells, Computers);
        string user = Text(cells, Users) ?? (computer is null ? userName : string.Empty);
        return [.. Certificates(cells, row).Select(certificate => Read(new RowCells(certificate), computer ?? Environment.MachineName, user)
            ?? throw new NaccsException(ErrorId.TerminalRowInvalid, "InputObject", number, Strings.Format(StringId.ObjectIsNoTerminal)))];
    }

    // A report may have none, and is no certificate itself then.
    private static IEnumerable<object?> Certificates(RowCells cells, object? row)
    {
        if (!cells.Has(Lists))
        {
            return [row];
        }

        return cells.Find(Lists) is { } found ? found as IEnumerable<object?> ?? (found as IEnumerable)?.Cast<object?>() ?? [found] : [];
    }

    private static InstalledTerminal? Read(RowCells cells, string computer, string user) =>
        Text(cells, ["Terminal"]) is { } terminal && PipedMoment.Read(cells.Find("NotAfter")) is { } notAfter
            ? new InstalledTerminal
            {
                Name = terminal,
                Status = Enum.TryParse(Text(cells, Statuses), ignoreCase: true, out CertificateStatus status) ? status : null,
                NotAfter = notAfter,
                RenewalOpens = PipedMoment.Read(cells.Find("RenewalOpens")),
                Thumbprint = Text(cells, ["Thumbprint"]) ?? string.Empty,
                Service = Text(cells, ["Service"]) ?? string.Empty,
                ComputerName = computer,
                UserName = user,
            }
            : null;

    private static string? Text(RowCells cells, string[] names) =>
        cells.Find(names) is { } value ? ForeignText.ToMessage(Convert.ToString(value, CultureInfo.InvariantCulture)).Trim() : null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Reports;

namespace NaccsCert.Fleet;

/// <summary>All that is known of a fleet, at one moment.</summary>
internal sealed record FleetOverview
{
    private FleetOverview(FleetOptions options) => Options = options;

    /// <summary>The moment, and what else was chosen.</summary>
    public FleetOptions Options { get; }

    /// <summary>The number of computers that have ever reported.</summary>
    public required int Computers { get; init; }

    /// <summary>The certificates, and the users without one; what ends first comes first.</summary>
    public required IReadOnlyList<FleetRow> Rows { get; init; }

    /// <summary>Those from whom nothing was heard, the longest silence first.</summary>
    public required IReadOnlyList<FleetSilence> Silent { get; init; }

    /// <summary>The versions of the module.</summary>
    public required IReadOnlyList<FleetShare> Versions { get; init; }

    /// <summary>The roots of the service that are trusted.</summary>
    public required IReadOnlyList<FleetShare> Roots { get; init; }

    /// <summary>The number of certificates.</summary>
    public int Certificates => Rows.Count(row => row.NotAfter is not null);

    /// <summary>How many rows have a grade.</summary>
    public int Count(FleetGrade grade) => Rows.Count(row => row.Grade == grade);

    /// <summary>Sums up.</summary>
    /// <param name="inputs">What is known, of each user on each computer perhaps more than once.</param>
    /// <param name="options">What the user chooses.</param>
    public static FleetOverview Of(IEnumerable<FleetInput> inputs, FleetOptions options)
    {
        IReadOnlyList<FleetInput> newest = Newest(inputs);
        FleetRow[] rows = [.. newest.SelectMany(input => RowsOf(input, options))];
        string[] computers = [.. newest.Select(input => input.Report.ComputerName)];
        return new FleetOverview(options)
        {
            Computers = computers.Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            Rows =
            [
                .. rows.OrderBy(row => row.NotAfter ?? DateTimeOffset.MaxValue)
                    .ThenBy(row => row.ComputerName, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(row => row.Terminal, StringComparer.Ordinal),
            ],
            Silent =
            [
                .. ComputerNames.Missing(options.Expected, computers).Select(name => new FleetSilence(name, string.Empty, null)),
                .. newest.Where(input => IsStale(input.Report, options)).OrderBy(input => input.Report.Time)
                    .Select(input => new FleetSilence(input.Report.ComputerName, input.Report.UserName, input.Report.Time)),
            ],
            Versions = Shares(newest, report => [report.ModuleVersion]),
            Roots = Shares(newest, report => report.TrustedRoots),
        };
    }

    // Intune knows a computer by its device, and a file by its user: where both speak of a computer, whichever spoke last is heard.
    private static IReadOnlyList<FleetInput> Newest(IEnumerable<FleetInput> inputs) =>
    [
        .. inputs.GroupBy(input => input.Report.ComputerName, StringComparer.OrdinalIgnoreCase)
            .SelectMany(ofComputer => ofComputer
                .GroupBy(input => input.Source == FleetSource.Intune)
                .OrderByDescending(ofKind => ofKind.Max(input => input.Report.Time))
                .First()
                .GroupBy(input => input.Report.Origin)
                .Select(ofUser => ofUser.OrderByDescending(input => input.Report.Time).First())),
    ];

    private static bool IsStale(CollectedReport report, FleetOptions options) => report.Time + options.StaleAfter < options.Now;

    private static IEnumerable<FleetRow> RowsOf(FleetInput input, FleetOptions options)
    {
        var bare = new FleetRow
        {
            ComputerName = input.Report.ComputerName,
            UserName = input.Report.UserName,
            State = input.Report.CodeName,
            Grade = FleetStates.GradeOf(input.Report.CodeName, input.Report.IsCompliant),
            ReportedCode = input.Report.CodeName,
            Reported = input.Report.Time,
            IsStale = IsStale(input.Report, options),
            Detail = input.Detail,
            ModuleVersion = input.Report.ModuleVersion,
            Source = input.Source,
        };
        return input.Report.Certificates.Count == 0
            ? [bare]
            : input.Report.Certificates.Select(certificate => RowOf(bare, certificate, input.Report.IsCompliant, options.Now));
    }

    private static FleetRow RowOf(FleetRow bare, CollectedCertificate certificate, bool isCompliant, DateTimeOffset now)
    {
        string state = FleetStates.Of(certificate, now);
        return bare with
        {
            Terminal = certificate.Terminal,
            State = state,
            Grade = FleetStates.GradeOf(state, isCompliant),
            DaysLeft = (int)Math.Floor((certificate.NotAfter - now).TotalDays),
            NotAfter = certificate.NotAfter,
            RenewalOpens = certificate.RenewalOpens,
            AutomaticRenewal = certificate.SilentRenewal,
            ReportedCode = certificate.CodeName,
            Service = certificate.Service,
            Thumbprint = certificate.Thumbprint,
        };
    }

    private static IReadOnlyList<FleetShare> Shares(
        IEnumerable<FleetInput> inputs, Func<CollectedReport, IEnumerable<string>> namesOf) =>
    [
        .. inputs.SelectMany(input => namesOf(input.Report), (input, name) => (name, Computer: input.Report.ComputerName.ToUpperInvariant()))
            .Where(pair => pair.name.Length > 0)
            .GroupBy(pair => pair.name, StringComparer.Ordinal)
            .Select(found => new FleetShare(found.Key, found.Select(pair => pair.Computer).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(share => share.Computers).ThenBy(share => share.Name, StringComparer.Ordinal),
    ];
}

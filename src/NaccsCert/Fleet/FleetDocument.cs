using NaccsCert.Support;

namespace NaccsCert.Fleet;

/// <summary>All of an overview as a JSON file, for programs. Members may be added; those that are there keep their meaning.</summary>
internal static class FleetDocument
{
    private const int Format = 1;

    /// <summary>Composes the file.</summary>
    public static byte[] Compose(FleetOverview fleet) => RecordJson.Document(new
    {
        Format,
        Created = fleet.Options.Now,
        StaleAfterDays = (int)fleet.Options.StaleAfter.TotalDays,
        fleet.Computers,
        fleet.Certificates,
        Good = fleet.Count(FleetGrade.Good),
        Warning = fleet.Count(FleetGrade.Warning),
        Bad = fleet.Count(FleetGrade.Bad),
        fleet.Silent,
        ModuleVersions = fleet.Versions,
        fleet.Roots,
        fleet.Options.Unread,
        fleet.Rows,
    });
}

using System.Collections.Generic;

namespace NaccsCert.Renewal;

/// <summary>The programs that are installed for this user, as the list of apps of Windows has them.</summary>
internal interface IInstalledPrograms
{
    /// <summary>Lists them: first those of the user, then those of the computer. What cannot be read is left out.</summary>
    IEnumerable<InstalledProgram> List();
}

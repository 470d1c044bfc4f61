using System;

namespace NaccsCert.Migration;

/// <summary>Where the results on a sheet come from.</summary>
/// <param name="ComputerName">The computer.</param>
/// <param name="UserName">The account.</param>
/// <param name="Service">The name of the service definition.</param>
/// <param name="ModuleVersion">The version of the module.</param>
/// <param name="Created">The present moment.</param>
internal sealed record MigrationSheetOrigin(
    string ComputerName, string UserName, string Service, string ModuleVersion, DateTimeOffset Created);

using System.Collections.Generic;

namespace NaccsCert.Conformance.Pkits;

internal static class PkitsSuite
{
    public static IEnumerable<CaseOutcome> Run(string folder) => [];
}

using System;

namespace NaccsCert.PowerShell.Text;

/// <summary>The states of records as people read them.</summary>
internal static class StateText
{
    /// <summary>A state.</summary>
    public static string Of(Enum state) => state.ToString();
}

using System;

namespace NaccsCert.Reports;

/// <summary>Names of states in files: those that a newer module has are no error.</summary>
internal static class EnumNames
{
    /// <summary>The state of that very name; null for none.</summary>
    public static T? Find<T>(string name)
        where T : struct, Enum => Enum.TryParse(name, out T state) && state.ToString() == name ? state : null;
}

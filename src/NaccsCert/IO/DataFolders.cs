using System;
using System.IO;

namespace NaccsCert.IO;

/// <summary>Where this module keeps its data: <c>NaccsCert</c> in the platform's place for application data.</summary>
internal static class DataFolders
{
    /// <summary>The signed-in user's folder, which does not roam: keys do not either.</summary>
    public static string User => In(Environment.SpecialFolder.LocalApplicationData);

    /// <summary>The folder that administrators keep for all users of this computer.</summary>
    public static string Machine => In(Environment.SpecialFolder.CommonApplicationData);

    private static string In(Environment.SpecialFolder parent) =>
        Path.Combine(Environment.GetFolderPath(parent, Environment.SpecialFolderOption.DoNotVerify), "NaccsCert");
}

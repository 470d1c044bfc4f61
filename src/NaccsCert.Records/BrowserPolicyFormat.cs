namespace NaccsCert;

/// <summary>A form in which entries of a browser's policy are given.</summary>
public enum BrowserPolicyFormat : long
{
    /// <summary>One object for each entry.</summary>
    Entries,

    /// <summary>The text of a file for the registry editor of Windows.</summary>
    RegistryFile,

    /// <summary>A policy of Intune's settings catalog, as Microsoft Graph has it (<c>deviceManagementConfigurationPolicy</c>).</summary>
    IntuneJson,

    /// <summary>The text of a file for the folder of managed policies on Linux.</summary>
    LinuxJson,
}

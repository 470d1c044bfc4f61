namespace NaccsCert;

/// <summary>What becomes of the root of the client certificate when a certificate is installed (manual 5.1).</summary>
public enum RootCAHandling : long
{
    /// <summary>It is put into the user's trusted roots if the service definition pins it; else the user is asked.</summary>
    Ask,

    /// <summary>It is put into the user's trusted roots, after the question that Windows asks.</summary>
    Install,

    /// <summary>It is left out, because the administrator distributes it.</summary>
    Skip,
}

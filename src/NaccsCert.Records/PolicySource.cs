namespace NaccsCert;

/// <summary>Where the value of a policy setting comes from.</summary>
public enum PolicySource : long
{
    /// <summary>No policy is set; the module's own value holds.</summary>
    Default,

    /// <summary>The policy of the signed-in user (<c>HKEY_CURRENT_USER</c>).</summary>
    User,

    /// <summary>The policy of this computer (<c>HKEY_LOCAL_MACHINE</c>), which goes before that of the user.</summary>
    Computer,
}

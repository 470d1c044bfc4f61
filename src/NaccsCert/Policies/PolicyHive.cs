namespace NaccsCert.Policies;

/// <summary>The parts of the registry that have policies.</summary>
internal static class PolicyHive
{
    /// <summary>The name of the part.</summary>
    /// <param name="scope">For the computer or for the user.</param>
    public static string Of(PolicySource scope) => scope == PolicySource.Computer ? "HKEY_LOCAL_MACHINE" : "HKEY_CURRENT_USER";
}

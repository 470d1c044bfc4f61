using System;

namespace NaccsCert.Accounts;

/// <summary>Tells who keeps an account.</summary>
internal static class AccountKinds
{
    // Accounts of computers and domains; Entra ID has an authority of its own ([MS-DTYP], 2.4.2.4).
    private const string ComputerOrDomain = "S-1-5-21-";
    private const string Entra = "S-1-12-1-";

    /// <summary>Tells it from the identity of the account.</summary>
    /// <param name="facts">What the system says of the account.</param>
    /// <param name="computerName">The name of the computer, which stands before the names of its own accounts.</param>
    public static AccountKind Of(AccountFacts facts, string computerName)
    {
        if (facts.UserId.StartsWith(Entra, StringComparison.Ordinal))
        {
            return AccountKind.Entra;
        }

        int separator = facts.UserName.IndexOf('\\');
        if (!facts.UserId.StartsWith(ComputerOrDomain, StringComparison.Ordinal) || separator < 0)
        {
            return AccountKind.Unknown;
        }

        return string.Equals(facts.UserName.Substring(0, separator), computerName, StringComparison.OrdinalIgnoreCase)
            ? AccountKind.Local
            : AccountKind.Domain;
    }
}

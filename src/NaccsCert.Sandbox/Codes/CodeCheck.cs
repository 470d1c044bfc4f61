using System;
using System.Net;

namespace NaccsCert.Sandbox.Codes;

/// <summary>Tells good from wrong codes, and keeps those who guess waiting.</summary>
/// <param name="codes">The known code sets.</param>
/// <param name="guesses">Counts the wrong ones.</param>
internal sealed class CodeCheck(CodeRegister codes, GuessLimit guesses)
{
    /// <summary>Finds the code set that credentials stand for.</summary>
    /// <param name="address">Who asks.</param>
    /// <param name="user">As <see cref="CodeSet.UserTemplate"/>.</param>
    /// <param name="password">As <see cref="CodeSet.PasswordTemplate"/>.</param>
    /// <returns>The code set, how long this address has to wait before it is answered, or neither: the codes are wrong.</returns>
    public ((long Id, string Terminal)? CodeSet, TimeSpan? Wait) Check(IPAddress? address, string user, string password)
    {
        if (guesses.WaitOf(address) is { } wait)
        {
            return (null, wait);
        }

        (long, string)? codeSet = codes.Authenticate(user, password);
        if (codeSet is null)
        {
            guesses.Count(address);
        }

        return (codeSet, null);
    }
}

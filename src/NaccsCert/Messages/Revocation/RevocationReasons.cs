using System;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Revocation;

/// <summary>The reasons that lists can be cut by (RFC 5280, section 4.2.1.13, ReasonFlags).</summary>
[Flags]
internal enum RevocationReasons
{
    None = 0,
    KeyCompromise = 1 << 1,
    AuthorityCompromise = 1 << 2,
    AffiliationChanged = 1 << 3,
    Superseded = 1 << 4,
    CessationOfOperation = 1 << 5,
    CertificateHold = 1 << 6,
    PrivilegeWithdrawn = 1 << 7,
    AttributeAuthorityCompromise = 1 << 8,
    All = (1 << 9) - 2,
}

/// <summary>Reads <see cref="RevocationReasons"/>.</summary>
internal static class RevocationReasonBits
{
    private const int Highest = 8;

    /// <summary>The reasons whose bits are set.</summary>
    public static RevocationReasons Read(BerValue bits)
    {
        RevocationReasons reasons = RevocationReasons.None;
        for (int bit = 1; bit <= Highest; bit++)
        {
            reasons |= bits.Bit(bit) ? (RevocationReasons)(1 << bit) : RevocationReasons.None;
        }

        return reasons;
    }
}

namespace NaccsCert.Validation.Origin;

/// <summary>What shows that a certificate comes from the service. A name is no evidence.</summary>
internal enum OriginEvidence
{
    /// <summary>There is none but the issuer's name.</summary>
    None,

    /// <summary>This module enrolled it for this user.</summary>
    Enrolled,

    /// <summary>Its chain ends in a root that the service definition pins for clients.</summary>
    PinnedRoot,

    /// <summary>Its chain ends in a root that an enrollment of this user at this service brought.</summary>
    EnrolledRoot,

    /// <summary>The definition pins no root for clients, and its chain ends in a root that this computer trusts.</summary>
    TrustedRoot,
}

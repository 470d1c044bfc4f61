namespace NaccsCert;

/// <summary>The protocols by which certificates can be requested.</summary>
public enum EnrollmentProtocol : long
{
    /// <summary>Enrollment over Secure Transport (RFC 7030, RFC 8951).</summary>
    Est,

    /// <summary>Simple Certificate Enrolment Protocol (RFC 8894).</summary>
    Scep,
}

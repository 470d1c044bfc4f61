namespace NaccsCert.Sandbox.Hosting;

/// <summary>The protocols that can be served, one at a time: what one of them issued, the other renews.</summary>
internal enum EnrollmentProtocol
{
    /// <summary>Enrollment over Secure Transport (RFC 7030).</summary>
    Est,

    /// <summary>Simple Certificate Enrolment Protocol (RFC 8894).</summary>
    Scep,
}

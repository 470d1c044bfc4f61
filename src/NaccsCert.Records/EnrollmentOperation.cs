namespace NaccsCert;

/// <summary>The two operations by which a certificate is obtained (RFC 7030, sections 4.2.1 and 4.2.2).</summary>
public enum EnrollmentOperation : long
{
    /// <summary>証明書の新規登録: a first certificate for three codes (manual 5).</summary>
    Enroll,

    /// <summary>証明書の更新: a new certificate for a current one (manual 6).</summary>
    Reenroll,

    /// <summary>A certificate with its key came as a file.</summary>
    Import,
}

namespace NaccsCert.Sandbox.Authority;

/// <summary>The object identifiers that more than one part of the sandbox writes or reads.</summary>
internal static class ObjectIdentifiers
{
    public const string SubjectAlternativeName = "2.5.29.17";
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    public const string RsaEncryption = "1.2.840.113549.1.1.1";
    public const string P256 = "1.2.840.10045.3.1.7";
    public const string P384 = "1.3.132.0.34";
}

using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.Scep;

/// <summary>Which algorithms messages may have, and what <c>GetCACaps</c> says of them (RFC 8894 section 3.5.2).</summary>
/// <param name="rule">The rule.</param>
internal sealed class ScepAlgorithms(ScepAlgorithmsRule rule)
{
    /// <summary>The answer of <c>GetCACaps</c>.</summary>
    public string Capabilities
    {
        get
        {
            switch (rule)
            {
                case ScepAlgorithmsRule.Weak: return "DES3\nSHA-1\nPOSTPKIOperation\nRenewal\n";
                case ScepAlgorithmsRule.Any: return "AES\nDES3\nSHA-1\nSHA-256\nSHA-512\nPOSTPKIOperation\nRenewal\nSCEPStandard\n";
                default: return "AES\nSHA-256\nSHA-512\nPOSTPKIOperation\nRenewal\nSCEPStandard\n";
            }
        }
    }

    /// <summary>The digest of the answer to a request: the request's own, if it is accepted.</summary>
    public string DigestFor(PkiMessage request)
    {
        if (AcceptsDigest(request.DigestAlgorithm))
        {
            return request.DigestAlgorithm;
        }

        return rule == ScepAlgorithmsRule.Weak ? ScepIdentifiers.Sha1 : ScepIdentifiers.Sha256;
    }

    public bool AcceptsDigest(string algorithm) =>
        algorithm switch
        {
            ScepIdentifiers.Sha256 or ScepIdentifiers.Sha384 or ScepIdentifiers.Sha512 => rule != ScepAlgorithmsRule.Weak,
            ScepIdentifiers.Sha1 => rule != ScepAlgorithmsRule.Strong,
            _ => false,
        };

    // Single DES is what is left of SCEP before RFC 8894; some clients know no other.
    public bool AcceptsCipher(string algorithm) =>
        algorithm switch
        {
            ScepIdentifiers.Aes128 or ScepIdentifiers.Aes192 or ScepIdentifiers.Aes256 => rule != ScepAlgorithmsRule.Weak,
            ScepIdentifiers.TripleDes or ScepIdentifiers.Des => rule != ScepAlgorithmsRule.Strong,
            _ => false,
        };
}

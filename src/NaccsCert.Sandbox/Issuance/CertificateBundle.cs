using System.Linq;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>The certificates that the answers carry.</summary>
internal sealed class CertificateBundle
{
    private readonly byte[][] _besideIssued;

    /// <summary>Collects them.</summary>
    /// <param name="authority">The CA.</param>
    /// <param name="folder">Where an old root is kept.</param>
    /// <param name="behavior">What else there is.</param>
    public CertificateBundle(ClientAuthority authority, DataFolder folder, HierarchyBehavior behavior)
    {
        byte[][] chain = [.. authority.Chain.Select(certificate => certificate.RawData)];
        byte[][] old = behavior.OldRoot ? [.. OldRoot.Certificates(folder, authority.Root)] : [];
        byte[][] junk = [.. JunkCertificates.Make(behavior.Junk, authority.Certificate.SubjectName)];
        Authorities = [.. chain, .. old, .. junk];
        _besideIssued = behavior.ChainInAnswer ? [.. chain, .. junk] : junk;
    }

    /// <summary>The CAs, from the root to the one that issues, and what comes with them; each as DER.</summary>
    public byte[][] Authorities { get; }

    /// <summary>The certs-only message that brings an issued certificate, given as DER.</summary>
    public byte[] Issued(byte[] certificate) => CertsOnlyMessage.Encode([certificate, .. _besideIssued]);
}

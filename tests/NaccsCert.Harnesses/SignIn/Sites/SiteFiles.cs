using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>The certificates, keys and lists of sites and of a user, as files.</summary>
internal sealed class SiteFiles : IDisposable
{
    /// <summary>The terminal of the certificate that nothing is wrong with.</summary>
    public const string Good = "GOOD";

    /// <summary>The terminal of the certificate that is on the revocation list.</summary>
    public const string Revoked = "REVOKED";

    /// <summary>The terminal of the certificate that has expired.</summary>
    public const string Expired = "EXPIRED";

    private const UnixFileMode ForEverybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly ScratchDirectory _folder = new();
    private readonly TestAuthority _otherAuthority = new("Other CA");

    public SiteFiles()
    {
        // Started by root, the servers work as users without rights.
        File.SetUnixFileMode(_folder.FullPath, ForEverybody);
        using X509Certificate2 server = ServerRoot.IssueServer(IPAddress.Loopback.ToString());
        Write("server.pem", server.ExportCertificatePem());
        Write("server.key", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Write("server-root.pem", ServerRoot.Certificate.ExportCertificatePem());
        Write("client-ca.pem", Authority.Certificate.ExportCertificatePem());
        Write("other-ca.pem", _otherAuthority.Certificate.ExportCertificatePem());
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Directory.CreateDirectory(UserFolder);
        WriteUser(new ClientProfile { Terminal = Good });
        WriteUser(new ClientProfile { Terminal = Expired, NotBefore = now.AddDays(-30), NotAfter = now.AddDays(-1) });
        using X509Certificate2 revoked = WriteUser(new ClientProfile { Terminal = Revoked });
        byte[] list = Authority.SignRevocationList(now.AddDays(6), revoked);
        Write("list.pem", $"-----BEGIN X509 CRL-----\n{Convert.ToBase64String(list, Base64FormattingOptions.InsertLineBreaks)}\n-----END X509 CRL-----\n");
    }

    /// <summary>The terminals of the user's certificates.</summary>
    public static IReadOnlyList<string> Terminals { get; } = [Good, Revoked, Expired];

    /// <summary>The folder, which the servers may use too.</summary>
    public string FullPath => _folder.FullPath;

    /// <summary>The folder of the user's certificates, PKCS#12 without a password.</summary>
    public string UserFolder => _folder.Member("user");

    /// <summary>The root of the sites.</summary>
    public TestAuthority ServerRoot { get; } = new("Sites Root");

    /// <summary>The issuer of the user's certificates.</summary>
    public TestAuthority Authority { get; } = new(TestAuthority.ClientCA);

    /// <summary>The path of a file.</summary>
    public string Path(string name) => _folder.Member(name);

    /// <summary>Writes a file.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public void Dispose()
    {
        _otherAuthority.Dispose();
        Authority.Dispose();
        ServerRoot.Dispose();
        _folder.Dispose();
    }

    private X509Certificate2 WriteUser(ClientProfile profile)
    {
        X509Certificate2 certificate = Authority.IssueWithKey(profile);
        File.WriteAllBytes(System.IO.Path.Combine(UserFolder, profile.Terminal + ".pfx"), certificate.Export(X509ContentType.Pfx));
        return certificate;
    }
}

using System.Linq;
using System.Management.Automation;
using NaccsCert.Checks;
using NaccsCert.Stores;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Tells whether installed certificates work, and why not (manual 7). Asks no network unless told to.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsCertificate")]
[OutputType(typeof(CertificateTestResult))]
public sealed class TestNaccsCertificateCommand : StoreCommand
{
    private static readonly string[] AuthorityStores = ["Root", "CA"];

    /// <summary>Goes online and asks the issuer's revocation list.</summary>
    [Parameter]
    public SwitchParameter CheckRevocation { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (StoredCertificate certificate in FindCertificates())
        {
            using (certificate)
            {
                WriteObject(Await(token => CertificateTester.TestAsync(
                    certificate,
                    Definition,
                    AuthorityStores.Select(name => new UserCertificateStore(name)),
                    CheckRevocation,
                    Clock,
                    token)));
            }
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Browsers;
using NaccsCert.Browsers.Files;
using NaccsCert.PowerShell.Text;
using NaccsCert.Resources;
using NaccsCert.Stores;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Gives the entries by which Edge, Chrome and Chromium select the client certificate without asking, and what contradicts them on this
/// computer. Changes nothing, and does not use the network.
/// </summary>
[Cmdlet(VerbsCommon.Get, "NaccsBrowserPolicy", HelpUri = HelpAddress.Pages + "Get-NaccsBrowserPolicy.md")]
[OutputType(typeof(NaccsBrowserPolicy), typeof(string))]
public sealed class GetNaccsBrowserPolicyCommand : NaccsCommand
{
    /// <summary>The browsers.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public BrowserKind[] Browser { get; set; } = [BrowserKind.Edge, BrowserKind.Chrome];

    /// <summary>The environment whose hosts are meant.</summary>
    [Parameter]
    public HostEnvironment Environment { get; set; } = HostEnvironment.All;

    /// <summary>The form: objects, or the text of a file.</summary>
    [Parameter]
    public BrowserPolicyFormat As { get; set; } = BrowserPolicyFormat.Entries;

    /// <summary>For the computer, or for the user.</summary>
    [Parameter]
    [ValidateSet(nameof(PolicySource.Computer), nameof(PolicySource.User))]
    public PolicySource Scope { get; set; } = PolicySource.Computer;

    /// <summary>The attribute of the issuer's name that the service definition gives. Without it, what an installed certificate says, or the common name.</summary>
    [Parameter]
    [ValidateSet("CN", "OU", "O")]
    public string? IssuerAttribute { get; set; }

    /// <summary>The store of the current user whose certificates are looked at for that.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>The number of the first entry in the registry.</summary>
    [Parameter]
    [ValidateRange(1, 10000)]
    public int StartNumber { get; set; } = 1;

    /// <summary>A folder of managed policies as on Linux, which is looked at instead of this computer's own policies.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PolicyPath { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        IReadOnlyList<NaccsBrowserPolicy> policies = List();
        if (policies.Count == 0)
        {
            WriteWarning(CommandText.Format(
                MessageId.NoBrowserHost, Definition.DisplayName, CommandLine.Of("Test-NaccsServiceDefinition", (nameof(Service), Service))));
        }
        else if (As == BrowserPolicyFormat.Entries)
        {
            WriteObject(policies, enumerateCollection: true);
        }
        else
        {
            WriteConflicts(policies);
            WriteObject(TextOf(policies));
        }
    }

    private IReadOnlyList<NaccsBrowserPolicy> List() => new BrowserPolicyPlan(
        Definition,
        new BrowserPolicyOptions
        {
            Browsers = Browser,
            Environment = ServiceEnvironments.Of(Environment),
            IssuerAttribute = IssuerAttribute ?? FindIssuerAttribute(),
            Scope = Scope,
            StartNumber = StartNumber,
        },
        Services.BrowserPolicies(PolicyPath is null ? null : FileAt(PolicyPath))).List();

    private string FindIssuerAttribute()
    {
        using DisposableList<X509Certificate2> certificates = Services.Stores(StoreName).Read();
        return IssuerNames.AttributeOf(certificates, Definition.Issuer);
    }

    private string TextOf(IReadOnlyList<NaccsBrowserPolicy> policies) => As switch
    {
        BrowserPolicyFormat.RegistryFile => RegistryFile.Write(policies, Scope),
        BrowserPolicyFormat.IntuneJson =>
            IntuneProfile.Write(policies, Scope, Strings.Format(StringId.BrowserIntuneName, Definition.DisplayName)),
        _ => ManagedPolicyFile.Write(policies),
    };

    // Objects bring what contradicts them with them; a text does not.
    private void WriteConflicts(IEnumerable<NaccsBrowserPolicy> policies)
    {
        foreach (string reason in policies.SelectMany(policy => policy.Conflicts).Select(conflict => conflict.Reason).Distinct())
        {
            WriteWarning(reason);
        }
    }
}

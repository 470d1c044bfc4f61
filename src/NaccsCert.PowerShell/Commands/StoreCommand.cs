using System.Collections.Generic;
using System.Management.Automation;
using NaccsCert.PowerShell.Completers;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>What the commands share that look at installed certificates.</summary>
public abstract class StoreCommand : NaccsCommand
{
    /// <summary>The thumbprints of certificates, with wildcards. Without it, every certificate of the service.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ThumbprintCompleter))]
    public string[]? Thumbprint { get; set; }

    /// <summary>The store of the current user to look in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Finds the certificates that the user means.</summary>
    private protected IReadOnlyList<StoredCertificate> FindCertificates() => FindCertificates(StoreName, Thumbprint);
}

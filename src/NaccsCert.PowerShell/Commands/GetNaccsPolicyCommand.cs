using System.Linq;
using System.Management.Automation;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Shows the settings of Group Policy, and the effective values.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsPolicy", HelpUri = HelpAddress.Pages + "Get-NaccsPolicy.md")]
[OutputType(typeof(NaccsPolicy))]
public sealed class GetNaccsPolicyCommand : PSCmdlet
{
    /// <summary>The names of settings, with wildcards. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(Name))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PolicyNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WildcardPattern[] patterns = [.. Name.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        WriteObject(
            CompositionRoot.Compose().Policy.List().Where(policy => patterns.Any(pattern => pattern.IsMatch(policy.Name))),
            enumerateCollection: true);
    }
}

using System.Linq;
using System.Management.Automation;
using NaccsCert.Policies;
using NaccsCert.PowerShell.Completers;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Shows what Group Policy has settled, and what holds where it has not.</summary>
[Cmdlet(VerbsCommon.Get, "NaccsPolicy", HelpUri = HelpAddress.Pages + "Get-NaccsPolicy.md")]
[OutputType(typeof(NaccsPolicy))]
public sealed class GetNaccsPolicyCommand : PSCmdlet
{
    /// <summary>The names of settings, with wildcards. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PolicyNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WildcardPattern[] patterns = [.. Name.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        WriteObject(
            GroupPolicy.Current.List().Where(policy => patterns.Any(pattern => pattern.IsMatch(policy.Name))),
            enumerateCollection: true);
    }
}

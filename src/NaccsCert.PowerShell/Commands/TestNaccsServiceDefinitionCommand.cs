using System.Management.Automation;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Checks service definitions and returns all their errors, with line and column. Does not use the network.</summary>
[Cmdlet(
    VerbsDiagnostic.Test,
    "NaccsServiceDefinition",
    HelpUri = HelpAddress.Pages + "Test-NaccsServiceDefinition.md")]
[OutputType(typeof(ServiceDefinitionTestResult))]
public sealed class TestNaccsServiceDefinitionCommand : NaccsCommand
{
    /// <summary>The files, with wildcards. Without it, the definition that <c>Service</c> or Group Policy names.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    [NameText(nameof(Path), "PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <inheritdoc/>
    private protected override bool EndsCommand(NaccsException exception) => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (Path is null)
        {
            Check(ServiceArgument ?? Services.Policy.ServiceDefinition);
            return;
        }

        foreach (string path in Path)
        {
            foreach (string file in FilesAt(path))
            {
                Attempt(() => Check(file));
            }
        }
    }

    private void Check(string? nameOrPath) => WriteObject(Services.Definitions.Check(nameOrPath), enumerateCollection: true);
}

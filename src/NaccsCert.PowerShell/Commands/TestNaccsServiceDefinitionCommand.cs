using System.Management.Automation;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Checks service definitions and returns all their errors, with line and column. Does not use the network.</summary>
[Cmdlet(
    VerbsDiagnostic.Test,
    "NaccsServiceDefinition",
    DefaultParameterSetName = ServiceSet,
    HelpUri = HelpAddress.Pages + "Test-NaccsServiceDefinition.md")]
[OutputType(typeof(ServiceDefinitionTestResult))]
public sealed class TestNaccsServiceDefinitionCommand : NaccsCommand
{
    private const string ServiceSet = "Service";
    private const string PathSet = "Path";

    /// <summary>The files, with wildcards.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    [NameText]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ServiceSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(Completers.ServiceCompleter))]
    public override string? Service { get; set; }

    /// <inheritdoc/>
    private protected override bool EndsCommand(NaccsException exception) => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == ServiceSet)
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

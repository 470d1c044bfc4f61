using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using NaccsCert.IO;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.Renewal;
using NaccsCert.Resources;
using NaccsCert.Services;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Makes a service definition to go on with: that of NACCS, or another one, under a new name, with a comment at each field and the
/// address of the schema for editors. Does not use the network.
/// </summary>
[Cmdlet(
    VerbsCommon.New,
    "NaccsServiceDefinition",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "New-NaccsServiceDefinition.md")]
[OutputType(typeof(FileInfo))]
public sealed class NewNaccsServiceDefinitionCommand : GuidedCommand
{
    private const string Extension = ".json";
    private const string FileSystemPath = @"Microsoft.PowerShell.Core\FileSystem::";

    /// <summary>The name of the new definition, for <c>-Service</c>.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The base URL of enrollment. Without it, that of the other definition.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? EnrollmentUrl { get; set; }

    /// <summary>The name that people read. Without it, <see cref="Name"/>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>The protocol of enrollment. Without it, that of the other definition.</summary>
    [Parameter]
    public EnrollmentProtocol? Protocol { get; set; }

    /// <summary>The common name of the CA that issues client certificates. Without it, that of the other definition.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Issuer { get; set; }

    /// <summary>The definition that it is made from: a name, or the path of a JSON file. Without it, that of NACCS.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string? From { get; set; }

    /// <summary>
    /// The file, or a folder for a file of the definition's name. Without it, the user's own folder of definitions, where its name alone
    /// leads to it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Overwrites a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    // No parameter here: From says what it would.

    /// <inheritdoc/>
    public override string? Service { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        string target = Path is null ? Services.DefinitionFolder.Member(Name + Extension) : FileAt(Path, Name + Extension);
        if (Path is null && string.Equals(Name, ServiceDefinitionSource.BuiltInName, StringComparison.OrdinalIgnoreCase))
        {
            throw new NaccsException(ErrorId.ServiceDefinitionInvalid, target, "$.name", Strings.Format(StringId.DefinitionReserved));
        }

        DefinitionDraft draft = Services.Definitions.Draft(DefinitionAt(From), Changes(), target);
        if (!ShouldProcess(target, MessageId.ActionWriteDefinition))
        {
            return;
        }

        if (Path is null)
        {
            // Nobody else may write there: a definition says where codes are sent.
            Services.DefinitionFolder.Create();
        }

        string folder = System.IO.Path.GetDirectoryName(target)!;
        foreach (KeyValuePair<string, byte[]> file in draft.Files.Where(file => !IsThere(System.IO.Path.Combine(folder, file.Key), file.Value)))
        {
            Write(System.IO.Path.Combine(folder, file.Key), file.Value);
        }

        Write(target, draft.Content);

        if (draft.HasUnknownRoot)
        {
            WriteWarning(CommandText.Format(MessageId.DefinitionRootUnknown, target));
        }

        // As Get-Item gives it, so that it is shown as files are; by its provider, wherever the session is.
        WriteObject(InvokeProvider.Item.Get([FileSystemPath + target], force: true, literalPath: true), enumerateCollection: true);
        string path = CommandLine.Argument(target);
        Tell([CommandText.Format(MessageId.DefinitionNext, Path is null ? "-Service " + Name : path, Path is null ? Name : path)]);
    }

    private DefinitionChanges Changes() => new(Name)
    {
        DisplayName = DisplayName,
        EnrollmentUrl = EnrollmentUrl,
        Protocol = Protocol,
        Issuer = Issuer,
        SchemaAddress = FindSchema(),
    };

    // Of this module, so that editors find it without a network; null where the assemblies lie alone.
    private string? FindSchema()
    {
        string? folder = ModuleFolder.TryFind(GetType().Assembly.Location);
        return folder is null ? null : new Uri(System.IO.Path.Combine(folder, "schema", "service-definition.schema.json")).AbsoluteUri;
    }

    private void Write(string path, byte[] content)
    {
        using var file = OutputFile.Create(path, Force);
        file.Write(content);
    }

    private static bool IsThere(string path, byte[] content) =>
        PathKinds.Of(path) == PathKind.File && BoundedFile.Read(path).SequenceEqual(content);
}

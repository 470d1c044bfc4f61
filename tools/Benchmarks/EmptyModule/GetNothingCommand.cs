using System.Management.Automation;

namespace NaccsCert.EmptyModule;

/// <summary>Does nothing and writes nothing.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothingCommand : PSCmdlet
{
}

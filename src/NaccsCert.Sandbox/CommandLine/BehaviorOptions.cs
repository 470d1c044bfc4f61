using System.CommandLine;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The options that make the sandbox behave as badly as real services do.</summary>
internal sealed class BehaviorOptions
{
    private readonly DatingOptions _dating = new();
    private readonly NamingOptions _naming = new();
    private readonly HierarchyOptions _hierarchy = new();
    private readonly EstOptions _est = new();
    private readonly RefusalOptions _refusals = new();

    public void AddTo(Command command)
    {
        _dating.AddTo(command);
        _naming.AddTo(command);
        _hierarchy.AddTo(command);
        _est.AddTo(command);
        _refusals.AddTo(command);
    }

    public ServiceBehavior Read(ParseResult parsed) => new()
    {
        Dating = _dating.Read(parsed),
        Naming = _naming.Read(parsed),
        Hierarchy = _hierarchy.Read(parsed),
        Est = _refusals.ReadInto(_est.Read(parsed), parsed),
    };
}

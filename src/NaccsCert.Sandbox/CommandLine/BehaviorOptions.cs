using System.CommandLine;
using System.CommandLine.Parsing;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The options that make the sandbox behave as badly as real services do.</summary>
internal sealed class BehaviorOptions
{
    private readonly DatingOptions _dating = new();
    private readonly NamingOptions _naming = new();
    private readonly HierarchyOptions _hierarchy = new();
    private readonly Option<bool> _sameKey = new("--same-key") { Description = "Let a renewal keep its key." };
    private readonly EstOptions _est = new();
    private readonly ScepOptions _scep = new();
    private readonly RefusalOptions _refusals = new();

    public void AddTo(Command command)
    {
        _dating.AddTo(command);
        _naming.AddTo(command);
        _hierarchy.AddTo(command);
        command.Options.Add(_sameKey);
        _est.AddTo(command);
        _scep.AddTo(command);
        _refusals.AddTo(command);
    }

    public bool IsPlainHttp(CommandResult result) => _scep.IsPlainHttp(result);

    public ServiceBehavior Read(ParseResult parsed) => new()
    {
        Dating = _dating.Read(parsed),
        Naming = _naming.Read(parsed),
        Hierarchy = _hierarchy.Read(parsed),
        Refusals = _refusals.Read(parsed),
        SameKey = parsed.GetValue(_sameKey),
        Est = _est.Read(parsed),
        Scep = _scep.Read(parsed),
    };
}

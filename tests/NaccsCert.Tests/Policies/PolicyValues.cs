using System.Collections.Generic;
using NaccsCert.Policies;

namespace NaccsCert.Tests.Policies;

/// <summary>Values of Group Policy, as an administrator has set them.</summary>
internal sealed class PolicyValues : IPolicyStore
{
    private readonly Dictionary<(PolicySource Source, string Name), object> _values = [];

    /// <summary>What the module makes of them.</summary>
    public GroupPolicy Policy => new(this);

    /// <summary>Sets a value of the computer.</summary>
    public PolicyValues Computer(string name, object value) => With(PolicySource.Computer, name, value);

    /// <summary>Sets a value of the user.</summary>
    public PolicyValues User(string name, object value) => With(PolicySource.User, name, value);

    /// <summary>Sets a value.</summary>
    public PolicyValues With(PolicySource source, string name, object value)
    {
        _values[(source, name)] = value;
        return this;
    }

    /// <inheritdoc/>
    public string Locate(PolicySource source, string name) => $"<{source}.{name}>";

    /// <inheritdoc/>
    public object? Read(PolicySource source, string name) => _values.GetValueOrDefault((source, name));
}

using System;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>A host whose prompts are answered from a list.</summary>
internal sealed class ScriptedHost : PSHost
{
    /// <summary>The part that shows and asks.</summary>
    public ScriptedUserInterface UserInterface { get; } = new();

    /// <inheritdoc/>
    public override string Name => "NaccsCert.Module.Tests";

    /// <inheritdoc/>
    public override Version Version { get; } = new(1, 0);

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override PSHostUserInterface UI => UserInterface;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => throw new PSNotSupportedException("Cmdlets never exit.");

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new PSNotSupportedException("There is no nested prompt.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt()
    {
        // There is none to leave.
    }

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
        // No native program runs.
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
        // No native program runs.
    }
}

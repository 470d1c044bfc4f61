using System;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace NaccsCert.PSHost;

/// <summary>What the engine sees as its host: <c>$Host</c>.</summary>
internal sealed class Host(HostUserInterface userInterface) : System.Management.Automation.Host.PSHost
{
    /// <inheritdoc/>
    public override string Name => "NaccsCert.PSHost";

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(Host).Assembly.GetName().Version ?? new Version(0, 0);

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override PSHostUserInterface UI => userInterface;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>The code that a script's <c>exit</c> asked for; null when none did.</summary>
    public int? RequestedExitCode { get; private set; }

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() =>
        throw new PSNotSupportedException("This host has no nested prompt.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt()
    {
        // There is none to leave.
    }

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
        // A native program gets the console as it stands.
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
        // Nothing was changed for it.
    }
}

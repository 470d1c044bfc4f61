using System.Management.Automation;
using System.Management.Automation.Host;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>Runs a command line as if it had been typed: its output is formatted, and its prompts, progress and errors are shown at once.</summary>
/// <param name="invoker">Runs scripts in the session of the user.</param>
/// <param name="userInterface">Where to show the line.</param>
internal sealed class CommandRunner(CommandInvocationIntrinsics invoker, PSHostUserInterface userInterface)
{
    // A script block of its own, so that errors show the line, and not what is around it.
    private const string ShowOutput = "& $args[0] 2>&1 | Out-Default";
    private const string ShowError = "$args[0] | Out-Default";

    /// <summary>Shows the line and runs it. Whatever it throws is shown; Ctrl+C ends the assistant too.</summary>
    /// <param name="line">The line.</param>
    public void Run(string line)
    {
        userInterface.WriteLine(string.Empty);
        userInterface.WriteLine("PS> " + line);
        try
        {
            Invoke(ShowOutput, ScriptBlock.Create(line));
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            Invoke(ShowError, exception.ErrorRecord);
        }
    }

    private void Invoke(string script, object argument) =>
        invoker.InvokeScript(useLocalScope: true, ScriptBlock.Create(script), null, argument);
}

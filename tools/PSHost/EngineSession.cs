using System;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using NaccsCert.PSHost.Prompts;

namespace NaccsCert.PSHost;

/// <summary>One engine, which runs what the command line says.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly CommandLine _commandLine;
    private readonly StopSignals _signals = new();
    private readonly HostUserInterface _userInterface;
    private readonly Host _host;
    private readonly Runspace _runspace;

    /// <summary>Opens the engine.</summary>
    public EngineSession(CommandLine commandLine)
    {
        _commandLine = commandLine;
        Use(commandLine.Culture);
        _userInterface = new HostUserInterface(new LineReader(commandLine.NonInteractive, _signals.Stopped));
        _host = new Host(_userInterface);
        _runspace = RunspaceFactory.CreateRunspace(_host, InitialState());
        OpenWithModulePathOfEnvironment(_runspace);
    }

    /// <summary>Runs to the end, or until a signal stops it.</summary>
    /// <returns>The exit code of the process.</returns>
    public int Run()
    {
        using var pipeline = PowerShell.Create(_runspace);
        using IDisposable stopping = _signals.StopOnSignal(pipeline);
        pipeline.AddScript(Work.TextOf(_commandLine));
        ShowResultsOf(pipeline);
        try
        {
            pipeline.Invoke();
        }
        catch (PipelineStoppedException) when (_signals.ExitCode is not null)
        {
            return _signals.ExitCode.Value;
        }
        catch (RuntimeException error)
        {
            Report(error);
            return ExitCode.Failure;
        }
        finally
        {
            _userInterface.Finish();
        }

        return _signals.ExitCode ?? _host.RequestedExitCode ?? ExitCode.Success;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _runspace.Dispose();
        _signals.Dispose();
    }

    // The engine of PowerShell 7 shows the host's cultures in variables, but runs scripts with those of the process.
    private static void Use(CultureInfo? culture)
    {
        if (culture is not null)
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = culture;
            CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
        }
    }

    private static InitialSessionState InitialState()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // A Windows machine that never saw PowerShell 7 has no policy for it, and would run no script.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        return state;
    }

    // The engine adds its own folders and those of the user, which would make a run differ between machines.
    private static void OpenWithModulePathOfEnvironment(Runspace runspace)
    {
        const string variable = "PSModulePath";
        string? modulePath = Environment.GetEnvironmentVariable(variable);
        runspace.Open();
        Environment.SetEnvironmentVariable(variable, modulePath);
    }

    // Through the formatting system, so that it looks like any other error. What a pipeline is given is output to it,
    // and an error that a cmdlet writes again loses its position, so the output is turned round.
    private void Report(RuntimeException error)
    {
        using var report = PowerShell.Create(_runspace);
        report.AddCommand("Out-Default");
        _userInterface.OutputIsError = true;
        report.Invoke(new[] { new ErrorRecord(error.ErrorRecord, error) });
        _userInterface.OutputIsError = false;
    }

    private static void ShowResultsOf(PowerShell pipeline)
    {
        pipeline.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.AddCommand("Out-Default");
    }
}

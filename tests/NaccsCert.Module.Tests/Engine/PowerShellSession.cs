using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>
/// A real engine in this process with the staged module imported. A class of tests can share one
/// (<c>IClassFixture&lt;PowerShellSession&gt;</c>), or a test can make its own.
/// </summary>
public sealed class PowerShellSession : IDisposable
{
    private static readonly Lock Opening = new();

    private readonly ScriptedHost _host = new();
    private readonly Runspace _runspace;

    /// <summary>Opens the engine and imports the module.</summary>
    public PowerShellSession()
    {
        // Engines that open for the first time at once can miss some of their own cmdlets.
        lock (Opening)
        {
            InitialSessionState state = InitialSessionState.CreateDefault2();
            state.ImportPSModule(BuildPaths.StagedModule);
            state.ThrowOnRunspaceOpenError = true;
            _runspace = RunspaceFactory.CreateRunspace(_host, state);

            // So that a script runs in the culture that the caller has set.
            _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
            _runspace.Open();
        }
    }

    /// <summary>The culture of messages and of formatting that scripts run in; that of the run unless set.</summary>
    public CultureInfo Culture { get; set; } = RunCulture.Current;

    /// <summary>The language of messages, where it is to differ from the culture; null for the culture's.</summary>
    public CultureInfo? Language { get; set; }

    /// <summary>Puts answers to coming prompts in a row. A prompt without an answer fails, as in a non-interactive session.</summary>
    /// <param name="answers">What would be typed, line by line.</param>
    /// <returns>This session.</returns>
    public PowerShellSession Answer(params string[] answers)
    {
        _host.UserInterface.Answer(answers);
        return this;
    }

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">Its text, with a <c>param(…)</c> block for the parameters.</param>
    /// <param name="parameters">The parameters by name.</param>
    /// <returns>What it gave; an error that ended the script is not thrown, but is among the errors.</returns>
    public SessionRun Invoke(string script, params (string Name, object? Value)[] parameters) =>
        Run(script, parameters, CancellationToken.None);

    /// <summary>Runs a script until it ends or is stopped, as by Ctrl+C.</summary>
    /// <param name="script">Its text.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="parameters">The parameters by name.</param>
    /// <returns>What it gave until then.</returns>
    public Task<SessionRun> InvokeAsync(
        string script, CancellationToken stop, params (string Name, object? Value)[] parameters) =>
        Task.Run(() => Run(script, parameters, stop), CancellationToken.None);

    /// <summary>Closes the engine.</summary>
    public void Dispose() => _runspace.Dispose();

    private SessionRun Run(string script, (string Name, object? Value)[] parameters, CancellationToken stop)
    {
        using var pipeline = PowerShell.Create(_runspace);
        pipeline.AddScript(script).AddParameters(parameters.ToDictionary(item => item.Name, item => item.Value));
        using CancellationTokenRegistration stopping = stop.Register(() => pipeline.BeginStop(null, null));
        var output = new PSDataCollection<PSObject>();
        ErrorRecord? end = null;
        using (new CultureScope(Culture, Language ?? Culture))
        {
            try
            {
                pipeline.Invoke(null, output);
            }
            catch (PipelineStoppedException) when (stop.IsCancellationRequested)
            {
                // Told by Stopped.
            }
            catch (RuntimeException error)
            {
                end = error.ErrorRecord;
            }
        }

        return Collect(pipeline.Streams, output, end) with { Stopped = stop.IsCancellationRequested };
    }

    private SessionRun Collect(PSDataStreams streams, IEnumerable<PSObject> output, ErrorRecord? end) => new()
    {
        Output = [.. output],
        Errors = end is null ? [.. streams.Error] : [.. streams.Error, end],
        Verbose = [.. streams.Verbose.Select(record => record.Message)],
        Warnings = [.. streams.Warning.Select(record => record.Message)],
        Debug = [.. streams.Debug.Select(record => record.Message)],
        Information = [.. streams.Information],
        Progress = [.. streams.Progress],
        Shown = _host.UserInterface.TakeShown(),
        Warned = _host.UserInterface.TakeWarned(),
        Terminated = end is not null,
    };
}

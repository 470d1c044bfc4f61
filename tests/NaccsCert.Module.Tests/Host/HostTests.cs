using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Host;

/// <summary>A folder for script files, and short ways to run the host.</summary>
public abstract class HostTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        _scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string Script(string text)
    {
        string path = _scratch.Member("script.ps1");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private protected Task<HostRun> RunFileAsync(string text, params IEnumerable<string> arguments) =>
        RunAsync(["-File", Script(text), .. arguments]);

    private protected static Task<HostRun> RunCommandAsync(string text) => RunAsync("-Command", text);

    private protected static Task<HostRun> RunAsync(params IEnumerable<string> arguments) => AnswerAsync(string.Empty, arguments);

    private protected static Task<HostRun> AnswerAsync(string input, params IEnumerable<string> arguments) =>
        HostProcess.RunAsync(input, arguments, TestContext.Current.CancellationToken);
}

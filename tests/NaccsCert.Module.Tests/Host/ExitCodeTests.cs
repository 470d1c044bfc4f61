using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Host;

public sealed class ExitCodeTests : HostTests
{
    [Theory]
    [InlineData("'done'", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("function Leave { exit 7 }; Leave; 'never'", 7)]
    [InlineData("$LASTEXITCODE = 5; 'done'", 0)]
    [InlineData("throw 'no'", 1)]
    [InlineData("Import-Module nowhere; 'done'", 0)]
    [InlineData("'unfinished", 1)]
    public async Task A_script_file_decides_its_exit_code(string script, int exitCode) =>
        Assert.Equal(exitCode, (await RunFileAsync(script)).ExitCode);

    [Theory]
    [InlineData("'done'", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("throw 'no'", 1)]
    [InlineData("Import-Module nowhere", 1)]
    [InlineData("Import-Module nowhere; 'done'", 0)]
    public async Task A_command_fails_where_its_last_statement_failed(string command, int exitCode) =>
        Assert.Equal(exitCode, (await RunCommandAsync(command)).ExitCode);

    [Theory]
    [InlineData("Nothing to run: give -File or -Command.")]
    [InlineData("'-Colour' is not an option.", "-Colour", "red")]
    [InlineData("'-File' needs a value.", "-File")]
    [InlineData("'-Command' needs a value.", "-Command")]
    [InlineData("There is no script file 'nowhere.ps1'.", "-File", "nowhere.ps1")]
    [InlineData("'script.txt' is not a script file: its name must end in .ps1.", "-File", "script.txt")]
    [InlineData("'no-such-culture-1' is not a culture that this machine knows.", "-Culture", "no-such-culture-1", "-Command", "1")]
    public async Task A_command_line_that_is_not_understood_is_told_with_exit_code_64(string error, params string[] arguments)
    {
        HostRun run = await RunAsync(arguments);
        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith($"{error}\nusage: ", run.Error, System.StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}

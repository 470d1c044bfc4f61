using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    private string Data => _scratch.Member("data");

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("", "Required command was not provided.")]
    [InlineData("serve", "Option '--data' is required.")]
    [InlineData("serve --data D --colour red", "Unrecognized command or argument '--colour'.")]
    [InlineData("serve --data D --port many", "--port: 'many' is not a port; give 0 to 65535.")]
    [InlineData("serve --data D --port 65536", "--port: '65536' is not a port; give 0 to 65535.")]
    [InlineData("serve --data D --now yesterday", "--now: 'yesterday' is not an ISO 8601 date and time, such as 2026-04-01T09:00:00+09:00.")]
    [InlineData("serve --data D --validity 20D", "'20D' is not an ISO 8601 duration, such as P5Y1M, P20D or PT5S.")]
    [InlineData("serve --data D --validity P", "'P' is not an ISO 8601 duration, such as P5Y1M, P20D or PT5S.")]
    [InlineData("serve --data D --approval-delay P1DT", "'P1DT' is not an ISO 8601 duration, such as P5Y1M, P20D or PT5S.")]
    [InlineData("serve --data D --label a/b", "--label: 'a/b' is not an EST label; use letters, digits, '-', '_' and '.', and not the name of an operation.")]
    [InlineData("serve --data D --label cacerts", "--label: 'cacerts' is not an EST label; use letters, digits, '-', '_' and '.', and not the name of an operation.")]
    [InlineData("serve --data D --bind here", "--bind: 'here' is not an IP address.")]
    [InlineData("serve --data D --not-before noon", "--not-before: 'noon' is none of Now, Midnight, Predecessor.")]
    [InlineData("serve --data D --not-before 1", "--not-before: '1' is none of Now, Midnight, Predecessor.")]
    [InlineData("serve --data D --junk 501", "--junk: '501' is not a number; give 0 to 500.")]
    [InlineData("serve --data D --intermediates -1", "--intermediates: '-1' is not a number; give 0 to 5.")]
    [InlineData("serve --data D --fail-status 404", "--fail-status: '404' is not a number; give 500 to 599.")]
    [InlineData("serve --data D --retry-after sp\u00e4ter", "--retry-after: 'sp\u00e4ter' cannot stand in a header of HTTP.")]
    [InlineData("serve --data D --protocol Cmp", "--protocol: 'Cmp' is none of Est, Scep.")]
    [InlineData("serve --data D --plain-http", "--plain-http is for --protocol Scep: EST needs TLS.")]
    [InlineData("revoke --data D --serial xyz", "--serial: 'xyz' is not a hexadecimal serial number.")]
    public async Task What_is_not_understood_is_told_in_one_line_with_exit_code_2(string arguments, string error)
    {
        SandboxRun run = await RunAsync(arguments);
        Assert.Equal(error, run.Error.TrimEnd());
        Assert.Equal(2, run.ExitCode);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("", "line 1: the header must be 'terminal,code1,code2,code3'.")]
    [InlineData("terminal,code1,code2\n", "line 1: the header must be 'terminal,code1,code2,code3'.")]
    [InlineData("terminal,code1,code2,code3\n", "there is no code set in it.")]
    [InlineData("terminal,code1,code2,code3\nT1,a,b,c\nT2,a,,c\n", "line 3, column 3 (code2): is missing.")]
    [InlineData("terminal,code1,code2,code3\nT1,a,b\n", "line 2, column 4 (code3): is missing.")]
    [InlineData("terminal,code1,code2,code3\nT1,a,b,c,d\n", "line 2, column 5: there are only 4 columns.")]
    [InlineData("terminal,code1,code2,code3\nT1,a:b,b,c\n", "line 2, column 2 (code1): has a colon.")]
    [InlineData("terminal,code1,code2,code3\nT1,a,\"b\",c\n", "line 2, column 3 (code2): has a quotation mark or a control character.")]
    [InlineData("terminal,code1,code2,code3\nT1,a,b,c\n\nT1,d,e,f\n", "line 4, column 1 (terminal): 'T1' is on line 2 already.")]
    [InlineData("terminal,code1,code2,code3\nT1,a,b,c\nT2,a,b,c\n", "line 3, column 2 (code1): these codes are on line 2 already.")]
    public async Task What_is_wrong_in_a_code_file_is_told_with_line_and_column(string text, string error)
    {
        string codes = _scratch.Member("codes.csv");
        await File.WriteAllTextAsync(codes, text, TestContext.Current.CancellationToken);
        SandboxRun run = await RunAsync($"serve --data D --codes {codes}");
        string line = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.StartsWith(codes, line, StringComparison.Ordinal);
        Assert.EndsWith(error, line.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData("serve --data D --codes /nowhere/codes.csv", "The code file /nowhere/codes.csv cannot be read")]
    [InlineData("serve --data D --now 2019-01-01", "--now and --validity reach beyond the years 2020 to 2069")]
    [InlineData("serve --data D --now 9999-12-31", "--now and --validity reach beyond the years 2020 to 2069")]
    [InlineData("serve --data D --validity P50Y", "--now and --validity reach beyond the years 2020 to 2069")]
    [InlineData("serve --data D --not-before-ahead P50Y", "--now and --validity reach beyond the years 2020 to 2069")]
    [InlineData("serve --data D --bind 192.0.2.1", "The address 192.0.2.1 cannot be listened on")]
    [InlineData("revoke --data D --serial 12", "There is no sandbox in")]
    public async Task What_cannot_be_done_is_told_in_one_line_with_exit_code_1(string arguments, string error)
    {
        SandboxRun run = await RunAsync(arguments);
        Assert.StartsWith(error, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task The_help_names_every_way_to_misbehave()
    {
        SandboxRun run = await RunAsync("serve --help");
        Assert.All(
            new[]
            {
                "--not-before", "--not-before-ahead", "--not-after", "--subject", "--alternative-name", "--ca-without-common-name",
                "--intermediates", "--old-root", "--junk", "--chain-in-answer", "--tls-twin", "--label-optional", "--any-length", "--one-line",
                "--csr-attributes", "--challenge-password", "--sign-in", "--created", "--same-key", "--fail-first", "--fail-status",
                "--retry-after", "--guess-limit", "--guess-window",
            },
            option => Assert.Matches($@"(?m)^\s+{option} ", run.Output));
    }

    [Fact]
    public async Task Sigterm_and_the_end_of_input_both_end_it_with_exit_code_0()
    {
        await using (SandboxProcess sandbox = await StartAsync())
        {
            Assert.Equal(0, await sandbox.StopAsync(TestContext.Current.CancellationToken));
        }

        // Its input is closed from the start.
        SandboxRun run = await RunAsync("serve --data D --stop-with-input");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal($"codes {Path.Combine(Data, "codes.csv")}", lines[0]);
        Assert.Matches(@"^listening https://127\.0\.0\.1:[0-9]+\z", lines[1]);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task A_second_sandbox_is_kept_out_of_the_folder_and_off_the_port()
    {
        await using SandboxProcess sandbox = await StartAsync();
        SandboxRun sameFolder = await RunAsync("serve --data D");
        SandboxRun samePort = await RunAsync($"serve --data {_scratch.Member("other")} --port {sandbox.Url.Port}");
        SandboxRun unknownSerial = await RunAsync("revoke --data D --serial 12:34");
        Assert.Equal($"The data folder {Data} is in use by another sandbox.", sameFolder.Error.TrimEnd());
        Assert.Equal($"Port {sandbox.Url.Port} of 127.0.0.1 cannot be listened on; it may be in use.", samePort.Error.TrimEnd());
        Assert.Equal($"No certificate with the serial number 1234 was issued from {Data}.", unknownSerial.Error.TrimEnd());
    }

    private Task<SandboxProcess> StartAsync() =>
        SandboxProcess.StartAsync(new SandboxOptions { DataDirectory = Data }, TestContext.Current.CancellationToken);

    private Task<SandboxRun> RunAsync(string arguments) =>
        SandboxRun.RunAsync(
            arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(argument => argument == "D" ? Data : argument),
            TestContext.Current.CancellationToken);
}

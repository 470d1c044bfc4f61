using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The log tells the story of each enrollment under one mark, in whichever process.</summary>
public sealed class LogTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.Approving)
{
    [Fact]
    public void Everything_about_an_enrollment_has_the_mark_that_ends_its_name()
    {
        string id = Enroll(TakeCodes(), "-Wait -TimeoutSec 120").Text("EnrollmentId");
        IReadOnlyList<JsonNode> story = LogFiles.Marked(IdOf(id));

        Assert.Matches("^[0-9a-f]{8}$", IdOf(id));
        Assert.Equal("EnrollmentStarted", story.Texts("event")[0]);
        Assert.Equal("EnrollmentCompleted", story.Texts("event")[^1]);
        Assert.Equal("Enrolled", (string?)story[^1]["status"]);
        Assert.All(
            ["EntryReserving", "KeyCreated", "EntryWritten", "RequestSending", "ResponseReceived", "CertificateAdded", "EntryRemoved"],
            name => Assert.Contains(name, story.Texts("event")));
        Assert.Equal([id], story.Texts("enrollmentId").OfType<string>().Distinct());
        Assert.Equal(story.Count(line => line["enrollmentId"] is not null), LogFiles.Lines(LogFiles.Folder).Count(line => (string?)line["enrollmentId"] == id));
        Assert.All(story, line => Assert.Equal(Environment.ProcessId, (int)line["process"]!));
    }

    [Fact]
    public async Task An_enrollment_that_another_process_goes_on_with_keeps_its_mark()
    {
        CodeSet codes = TakeCodes();
        string id = Enroll(codes).Text("EnrollmentId");
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive", "-Command",
                $"Import-Module '{BuildPaths.StagedModule}'; (Resume-NaccsEnrollment {id} -AuthCode1 {codes.Code1} -AuthCode2 {codes.Code2} -AuthCode3 {codes.Code3} -Service '{Service}' -StoreName {StoreName} -Wait -TimeoutSec 120).Status",
            ],
            TestContext.Current.CancellationToken);
        Assert.Equal((0, "Enrolled\n", string.Empty), (run.ExitCode, run.Output, run.Error));

        IReadOnlyList<JsonNode> story = LogFiles.Marked(IdOf(id));
        Assert.Equal(2, story.Texts("process").Distinct().Count());
        Assert.Equal(["Pending", "Enrolled"], story.Where(line => (string?)line["event"] == "EnrollmentCompleted").Texts("status").Distinct());
        Assert.Equal([id], story.Texts("enrollmentId").OfType<string>().Distinct());
    }

    [Fact]
    public void Two_enrollments_have_marks_of_their_own()
    {
        string first = Enroll(TakeCodes()).Text("EnrollmentId");
        string second = Enroll(TakeCodes()).Text("EnrollmentId");
        Assert.NotEqual(IdOf(first), IdOf(second));
        Assert.All([first, second], id => Assert.Equal([id], LogFiles.Marked(IdOf(id)).Texts("enrollmentId").OfType<string>().Distinct()));
    }

    [Fact]
    public void A_refusal_is_an_error_in_the_log_and_holds_no_code()
    {
        CodeSet wrong = WrongCodes();
        Assert.Equal(["CodesRefused"], Enroll(wrong).ErrorIds);
        JsonNode begun = LogFiles.Lines(LogFiles.Folder).Last(line => (string?)line["service"] == ServiceName);
        IReadOnlyList<JsonNode> story = LogFiles.Marked((string)begun["correlation"]!);
        JsonNode failed = Assert.Single(story, line => (string?)line["event"] == "EnrollmentFailed");
        Assert.Equal(("Error", "CodesRefused", "127.0.0.1"), ((string?)failed["level"], (string?)failed["errorId"], (string?)failed["target"]));
        Assert.All(story, line => Assert.DoesNotContain("MARKWRONG", line.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_log_is_bounded_and_its_owners_alone()
    {
        Enroll(TakeCodes());
        Assert.All(Directory.GetFiles(LogFiles.Folder, "*.jsonl"), file =>
        {
            Assert.InRange(new FileInfo(file).Length, 1, 512 * 1024);
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        });
        Assert.InRange(Directory.GetFiles(LogFiles.Folder, "*.jsonl").Length, 1, 4);
    }

    [Fact]
    public async Task Two_processes_at_once_lose_no_line_and_mix_none()
    {
        const int Lines = 300;
        string folder = Scratch.Member("logs");
        ProcessRun[] runs = await Task.WhenAll(WriteAsync("a"), WriteAsync("b"));
        Assert.All(runs, run => Assert.Equal((0, "True\n", string.Empty), (run.ExitCode, run.Output, run.Error)));
        Assert.Equal(
            from name in new[] { "a", "b" }
            from number in Enumerable.Range(1, Lines)
            select $"{name}{number.ToString("000", CultureInfo.InvariantCulture)}",
            LogFiles.Lines(folder).Texts("line").Order(StringComparer.Ordinal));

        // The log itself, without the enrollments that would write to it one line in a while.
        Task<ProcessRun> WriteAsync(string name) => PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive", "-Command",
                $$"""
                Import-Module '{{BuildPaths.StagedModule}}'
                $null = Get-NaccsMaintenanceWindow
                $type = [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetType('NaccsCert.Logging.RollingLog') } | Where-Object { $_ }
                $permissions = $type.Assembly.GetType('NaccsCert.Windows.FilePermissions').GetProperty('OfThisPlatform').GetValue($null)
                $private = [Activator]::CreateInstance($type.Assembly.GetType('NaccsCert.IO.PrivateFolder'), @('{{folder}}', $permissions))
                $log = [Activator]::CreateInstance($type, @($private, 8000, 9))
                $written = foreach ($number in 1..{{Lines}}) { $type.GetMethod('Append').Invoke($log, @('{"line":"{{name}}{0:000}"}'.Replace('{0:000}', $number.ToString('000')))) }
                $written -notcontains $false
                """,
            ],
            TestContext.Current.CancellationToken);
    }

    private static string IdOf(string id) => id[^8..];
}

using System;
using System.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The log as objects: the story of an enrollment, what has failed, and when.</summary>
public sealed class GetLogTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes, SandboxKind.Approving)
{
    [Fact]
    public void An_enrollment_is_told_from_its_beginning_on_by_its_ID_its_end_or_the_pipeline()
    {
        ReadInEnglish();
        string id = Enroll(TakeCodes()).Text("EnrollmentId");
        SessionRun run = Invoke("Get-NaccsLog $id", ("id", id));

        Assert.Equal(("EnrollmentStarted", "EnrollmentCompleted"), (run.Texts("Event")[0], run.Texts("Event")[^1]));
        Assert.Equal([id], run.Texts("EnrollmentId").Distinct());
        Assert.Equal([id[^8..]], run.Texts("Correlation").Distinct());
        Assert.StartsWith("The enrollment or renewal has ended (Pending): ", run.Texts("Message")[^1], StringComparison.Ordinal);
        DateTimeOffset[] times = [.. run.Values("Time").Select(time => (DateTimeOffset)time!)];
        Assert.Equal(times.Order(), times);
        Assert.Equal(run.Texts("Event"), Invoke("Get-NaccsLog -EnrollmentId $mark", ("mark", id[^8..])).Texts("Event"));
        Assert.Equal(run.Texts("Event"), Invoke("Get-NaccsEnrollment $id | Get-NaccsLog", ("id", id)).Texts("Event"));
        Assert.Equal(run.Texts("Event").TakeLast(2), Invoke("Get-NaccsLog $id -Last 2", ("id", id)).Texts("Event"));
    }

    [Fact]
    public void What_has_failed_has_the_ID_of_its_error_and_no_code_in_any_language()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        Enroll(WrongCodes());
        SessionRun run = Invoke("Get-NaccsLog -Level Error -After $before -Last 1", ("before", before));

        Assert.Equal(("Error", "EnrollmentFailed", "CodesRefused"), (run.Text("Level"), run.Text("Event"), run.Text("Error")));
        Session.Language = System.Globalization.CultureInfo.GetCultureInfo("ja");
        Assert.StartsWith(
            "証明書の登録または更新に失敗しました(CodesRefused): ", Invoke("Get-NaccsLog -Level Error -After $before -Last 1", ("before", before)).Text("Message"), StringComparison.Ordinal);
        Assert.DoesNotContain("EnrollmentFailed", Invoke("Get-NaccsLog -Level Informational -After $before", ("before", before)).Texts("Event"));
        Assert.Empty(Invoke("Get-NaccsLog -After $before -Before $before -Debug:$false", ("before", before)).Output);
    }

    [Theory]
    [InlineData("Get-NaccsLog -EnrollmentId nobody-*", 1)]
    [InlineData("Get-NaccsLog -After 2100-01-01", 1)]
    [InlineData("@() | Get-NaccsLog", 0)]
    public void Where_nothing_matches_that_is_said_and_nothing_is_put_out(string script, int warnings)
    {
        // With -Debug the engine would ask after each warning.
        SessionRun run = Invoke(script + " -Debug:$false");
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
        Assert.Equal(warnings, run.Warnings.Count);
    }
}

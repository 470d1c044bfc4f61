using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What a renewal has replaced is archived: it stays with its key, is out of the way, and comes back when it is wanted.</summary>
[Collection(ReminderFolder.Turns)]
public sealed class ArchiveTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Renew = "Update-NaccsCertificate -KeyAlgorithm EcdsaP256 ";

    [Fact]
    public void The_old_certificate_is_listed_only_when_it_is_asked_for_and_its_key_stays()
    {
        ReadInEnglish();
        string old = Enrolled();
        SessionRun renewal = Invoke(Renew);
        string renewed = renewal.Text("Thumbprint");
        Assert.Equal("True", renewal.Text("PreviousArchived"));
        Assert.EndsWith("The old certificate was archived.", renewal.Text("Reason"), StringComparison.Ordinal);
        Assert.StartsWith(
            "Next: Restart the browser and the netNACCS software: from then on the browser offers only the new certificate.",
            $"{Assert.Single(renewal.Information)}",
            StringComparison.Ordinal);
        Assert.Contains($"The old certificate {old} is archived.", renewal.Verbose);

        Assert.Equal([renewed], Invoke("Get-NaccsCertificate").Texts("Thumbprint"));
        Assert.Equal([renewed], Invoke("Test-NaccsCertificate").Texts("Thumbprint"));
        Assert.Equal([renewed, old], Invoke("Get-NaccsCertificate -IncludeArchived").Texts("Thumbprint"));
        Assert.Equal(["False", "True"], Invoke("Get-NaccsCertificate -IncludeArchived").Texts("Archived"));
        Assert.Equal([old], Invoke("Get-NaccsCertificate -Status Superseded").Texts("Thumbprint"));
        Assert.Equal(old, Invoke("Get-NaccsCertificate $old | Test-NaccsCertificate", ("old", old)).Text("Thumbprint"));
        Assert.True(UserStores.Signs(StoreName, old));
    }

    [Fact]
    public void Restoring_asks_as_it_is_told_brings_back_by_pipeline_and_by_terminal_and_says_so()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        string old = Enroll(codes).Text("Thumbprint");
        Invoke(Renew).Result();

        Assert.Contains("Bring the archived certificate back into use", Invoke("Restore-NaccsCertificate $old -WhatIf", ("old", old)).Shown, StringComparison.Ordinal);
        Assert.Single(Invoke("Get-NaccsCertificate").Output);

        SessionRun restored = Invoke("Get-NaccsCertificate -IncludeArchived | Restore-NaccsCertificate");
        Assert.Equal((old, "Superseded", "False"), (restored.Text("Thumbprint"), restored.Text("Status"), restored.Text("Archived")));
        Assert.Equal(
            [$"Certificates brought back into use: 1 ({codes.Terminal} ({old})).", "Next: Restart the browser: it offers what was brought back."],
            restored.Information.Select(told => $"{told}"));
        Assert.Equal(2, Invoke("Get-NaccsCertificate").Output.Count);

        SessionRun again = Invoke("Restore-NaccsCertificate -Terminal $name", ("name", codes.Terminal));
        Assert.Empty(again.Output);
        Assert.StartsWith("There is nothing to bring back", $"{Assert.Single(again.Information)}", StringComparison.Ordinal);
        Invoke("Restore-NaccsCertificate -Terminal nowhere").Error("TerminalNotFound", ErrorCategory.ObjectNotFound, "nowhere");
    }

    [Fact]
    public void Only_archived_certificates_are_completed_for_restoring()
    {
        CodeSet codes = TakeCodes();
        string old = Enroll(codes).Text("Thumbprint");
        Invoke(Renew).Result();
        Enrolled();
        string line = $"Restore-NaccsCertificate -Service '{Service}' -StoreName {StoreName} ";
        Assert.Equal([old], Complete(line + "-Thumbprint "));
        Assert.Equal([codes.Terminal], Complete(line + "-Terminal ").Select(name => name.Trim('\'')));
    }

    [Fact]
    public void Removing_what_was_replaced_reaches_what_is_archived()
    {
        string old = Enrolled();
        string renewed = Invoke(Renew).Text("Thumbprint");
        Assert.Equal(2, UserStores.Thumbprints(StoreName).Count);
        Assert.Empty(Invoke("Remove-NaccsCertificate -Superseded -Confirm:$false").Errors);
        Assert.Equal([renewed], UserStores.Thumbprints(StoreName));
        Invoke("Get-NaccsCertificate $old", ("old", old)).Error("CertificateNotFound", ErrorCategory.ObjectNotFound, old);
    }

    [Fact]
    public void The_old_certificate_stays_in_use_where_that_is_wanted()
    {
        string old = Enrolled();
        SessionRun renewal = Invoke(Renew + "-SkipArchive");
        Assert.Equal("False", renewal.Text("PreviousArchived"));
        Assert.Equal([renewal.Text("Thumbprint"), old], Invoke("Get-NaccsCertificate").Texts("Thumbprint"));

        // Nor is it archived later.
        Invoke("Invoke-NaccsRenewalReminder -NoNotice");
        Assert.Equal(2, Invoke("Get-NaccsCertificate").Output.Count);
    }

    [Theory]
    [InlineData("Update-NaccsCertificate nothing* -RemoveArchivedDays {0}")]
    [InlineData("Invoke-NaccsRenewalReminder -NoNotice -RemoveArchivedDays {0}")]
    public void An_archived_certificate_goes_when_its_days_are_over(string command)
    {
        ReadInEnglish();
        (string old, string other) = (Enrolled(), Enrolled());
        string[] renewed = [.. Invoke(Renew).Texts("Thumbprint")];
        Invoke("Restore-NaccsCertificate $other", ("other", other)).Result();
        ChangeHistory(enrolled => enrolled["enrolled"] = "2026-01-01T00:00:00.0000000Z");

        Invoke(string.Format(CultureInfo.InvariantCulture, command, 3650));
        Assert.Equal(4, UserStores.Thumbprints(StoreName).Count);
        Assert.Contains(
            "Archive or remove certificates that were replaced",
            Invoke("Update-NaccsCertificate nothing* -RemoveArchivedDays 30 -WhatIf").Shown,
            StringComparison.Ordinal);
        Assert.Equal(4, UserStores.Thumbprints(StoreName).Count);

        SessionRun run = Invoke(string.Format(CultureInfo.InvariantCulture, command, 30));

        Assert.Empty(run.Errors);
        Assert.Contains(run.Verbose, text => text.StartsWith("Removed: ", StringComparison.Ordinal) && text.Contains(old, StringComparison.Ordinal));
        Assert.Equal(renewed.Append(other).Order(), UserStores.Thumbprints(StoreName).Order());
    }

    [Fact]
    public void What_could_not_be_archived_at_its_renewal_is_archived_by_the_next_run()
    {
        string old = Enrolled();
        Invoke(Renew).Result();
        Invoke("Restore-NaccsCertificate $old", ("old", old)).Result();
        Invoke("Invoke-NaccsRenewalReminder -NoNotice");
        Assert.Equal(2, Invoke("Get-NaccsCertificate").Output.Count);

        // As a renewal leaves it whose store could not be changed.
        ChangeHistory(enrolled => enrolled["archivesPrevious"] = true);
        Invoke("Invoke-NaccsRenewalReminder -NoNotice");
        Assert.Single(Invoke("Get-NaccsCertificate").Output);
    }

    [Fact]
    public void What_is_archived_and_can_be_used_is_never_hidden_and_leads_back()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        string old = Enroll(codes).Text("Thumbprint");
        string renewed = Invoke(Renew).Text("Thumbprint");
        Invoke("Remove-NaccsCertificate $renewed -Force -Confirm:$false", ("renewed", renewed));

        SessionRun run = Invoke("Get-NaccsCertificate");
        Assert.Equal((old, "RenewalDue", "True"), (run.Text("Thumbprint"), run.Text("Status"), run.Text("Archived")));
        Assert.StartsWith(
            $"Next: Certificates that can be used, but are archived: 1. Bring back what you need:{Environment.NewLine}    Restore-NaccsCertificate -Terminal {codes.Terminal} ",
            $"{Assert.Single(run.Information)}",
            StringComparison.Ordinal);

        // Nobody renews silently what browsers do not offer.
        Assert.Empty(Invoke("Get-NaccsRenewalPlan").Output);
        Assert.Empty(Invoke(Renew).Output);
    }

    private string[] Complete(string line) =>
        [.. Invoke("(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText", ("line", line)).OutputTexts()];

    // Of renewals alone.
    private void ChangeHistory(Action<JsonNode> change)
    {
        string path = Path.Combine(UserData.Folder, "history", ServiceName + ".json");
        JsonNode history = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (JsonNode? enrolled in history["certificates"]!.AsArray().Where(enrolled => enrolled!["previousSha256"] is not null))
        {
            change(enrolled!);
        }

        File.WriteAllText(path, history.ToJsonString());
    }
}

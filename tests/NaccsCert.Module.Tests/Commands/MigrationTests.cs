using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What a change takes away, before it does, and the sheet that goes along.</summary>
[Collection(ReminderFolder.Turns)]
public sealed partial class MigrationTests : CommandTests
{
    private const string Markup = "<script>alert(1)</script>";

    private static readonly string[] Changes = ["Computer", "Account", "PasswordChange", "PasswordReset", "SystemUpgrade", "SystemReinstall"];

    public MigrationTests(PowerShellSession session, Sandboxes sandboxes)
        : base(session, sandboxes) => ReminderFolder.Forget();

    private string Sheet => Scratch.Member("sheet.html");

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        ReminderFolder.Forget();
        return base.DisposeAsync();
    }

    [Fact]
    public void A_key_in_a_file_can_be_taken_along_and_does_not_depend_on_the_password()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows and macOS keep keys otherwise.");
        string thumbprint = Enrolled();
        SessionRun run = Invoke("Get-NaccsCertificate | Test-NaccsMigration");
        Assert.Equal(Changes, run.Texts("Change"));
        Assert.Equal(["Movable", "Movable", "Stays", "Stays", "Movable", "Movable"], run.Texts("Status"));
        Assert.Equal(["True", "True", "False", "False", "True", "True"], run.Texts("MayNeedReissue"));
        Assert.All(run.Output, result => Assert.Equal(
            (thumbprint, "Certificate", "KeyFile", "True", "False"),
            (Text(result, "Thumbprint"), Text(result, "Item"), Text(result, "KeyProvider"), Text(result, "IsKeyExportable"), Text(result, "Changed"))));
        Assert.Equal(["1", "1", "", "", "1", "1"], run.Output.Select(result => Text(result, "ReissueBusinessDays")));
    }

    [Fact]
    public void What_can_be_moved_works_elsewhere_once_it_was_exported_and_imported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows asks for the export policy that was chosen.");
        string thumbprint = Enrolled();
        Assert.Equal("Movable", Invoke("Test-NaccsMigration $t -Change Computer", ("t", thumbprint)).Text("Status"));

        string file = Scratch.Member("moved.p12");
        using (var store = new X509Store(StoreName, StoreLocation.CurrentUser))
        {
            store.Open(OpenFlags.ReadOnly);
            File.WriteAllBytes(file, Pkcs12.Of([.. store.Certificates]));
        }

        Assert.Equal("Imported", Invoke(
            "Import-NaccsCertificate $file -Password $password -StoreName $other -SkipRootCA",
            ("file", file), ("password", Pkcs12.Password), ("other", StoreName + "moved")).Text("Status"));
        Assert.True(UserStores.Signs(StoreName + "moved", thumbprint));
    }

    [Fact]
    public void What_nobody_works_with_is_not_lost_and_what_is_unfinished_is()
    {
        Seed.Expired(StoreName, "1EXPIRED");
        Seed.WithoutKey(StoreName, "1KEYLESS");
        string id = Invoke("Request-NaccsCertificate -OutFile $path", ("path", Scratch.Member("request.pem"))).Text("EnrollmentId");
        SessionRun run = Invoke("Test-NaccsMigration -Change Computer, PasswordChange, Computer");
        Assert.Equal(
            [
                $"Computer Lost Enrollment {id}", "Computer NotInUse Certificate 1EXPIRED", "Computer NotInUse Certificate 1KEYLESS",
                $"PasswordChange Stays Enrollment {id}", "PasswordChange NotInUse Certificate 1EXPIRED", "PasswordChange NotInUse Certificate 1KEYLESS",
            ],
            run.Output.Select(result => $"{Text(result, "Change")} {Text(result, "Status")} {Text(result, "Item")} {Text(result, "Name")}"));
        Assert.Equal([$"Resume-NaccsEnrollment {id}"], Steps(run.Output[0], "StepsBefore").Select(step => step.Split(": ")[^1]));
        Assert.All(run.Output.Skip(1), result => Assert.Empty(Steps(result, "StepsBefore")));

        // Who names certificates has asked about nothing else.
        Assert.Equal(["Certificate"], Invoke("Test-NaccsMigration -Terminal 1KEY* -Change Computer").Texts("Item"));
    }

    [Fact]
    public void The_reminder_belongs_to_the_account_on_this_computer()
    {
        Enrolled();
        Directory.CreateDirectory(Path.GetDirectoryName(ReminderFolder.StatePath)!);
        File.WriteAllText(ReminderFolder.StatePath, """{ "version": 1, "registered": "2026-01-01T00:00:00Z", "autoRenew": false, "failures": 0, "certificates": [] }""");
        SessionRun run = Invoke("Test-NaccsMigration | Where-Object Item -eq Reminder");
        Assert.Equal(["Lost", "Lost", "Stays", "Stays", "Stays", "Lost"], run.Texts("Status"));
        Assert.EndsWith(": Register-NaccsRenewalReminder", Assert.Single(Steps(run.Output[0], "StepsAfter")), StringComparison.Ordinal);
        Assert.Equal(Invoke("Get-NaccsRenewalReminder").Text("TaskName"), run.Texts("Name")[0]);
    }

    [Theory]
    [InlineData("en-US", "Change: Computer replaced", "Movable ", "Never write authentication codes")]
    [InlineData("ja-JP", "変更: コンピューターの交換", "移行可 ", "認証コードとパスワードは、このシートに記入しないでください。")]
    public async Task Table_and_sheet_are_in_the_language_of_the_session(string language, string heading, string status, string sentence)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows asks for the export policy that was chosen.");
        Enrolled();
        string[] lines = await FullPowerShell.RunAsync(
            $"Test-NaccsMigration -SheetPath '{Sheet}' | Out-String -Width 80", Service, StoreName, language);
        Assert.All(lines, line => Assert.InRange(CellWidth.Of(line), 0, 80));
        Assert.Contains(lines, line => line.Trim() == heading);
        Assert.Contains(lines, line => line.StartsWith(status, StringComparison.Ordinal));
        Assert.Equal(language[..2], (string?)Parse(Sheet).Attribute("lang"));
        Assert.Contains(sentence, Parse(Sheet).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_has_every_result_its_steps_and_room_to_write_and_a_terminal_named_as_markup_stays_text()
    {
        ReadInEnglish();
        using var authority = new ClientAuthority();
        Redefine(authority.Pin(Scratch.Member("root.pem")));
        using X509Certificate2 certificate = authority.Issue(Markup);
        string file = Scratch.Member("browser.p12");
        File.WriteAllBytes(file, Pkcs12.Of(certificate, authority.Issuer));
        Invoke("Import-NaccsCertificate $file -Password $password -SkipRootCA", ("file", file), ("password", Pkcs12.Password)).Result();

        SessionRun run = Invoke("Test-NaccsMigration -SheetPath $path", ("path", Sheet));
        XElement page = Parse(Sheet);
        Assert.Empty(page.Descendants("script"));
        Assert.Contains(Markup, page.Descendants("td").Select(cell => cell.Value));
        Assert.Equal(Changes.Length + 1, page.Descendants("section").Count());
        Assert.Equal(
            run.Output.SelectMany(result => Steps(result, "StepsBefore").Concat(Steps(result, "StepsAfter"))).Select(step => "☐ " + step),
            page.Descendants("ol").SelectMany(list => list.Elements("li")).Select(step => step.Value));
        XElement record = page.Descendants("section").Last();
        Assert.Equal([Markup], record.Descendants("tbody").Elements("tr").Select(row => row.Elements("td").First().Value));
        Assert.Equal(3, record.Descendants("td").Count(cell => cell.Value == "☐ yes ☐ no"));
        string policy = (string)page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!;
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'none'", policy, StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Sheet) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_sheet_that_is_there_is_replaced_only_by_Force_and_a_folder_gets_one_of_its_own_name()
    {
        Enrolled();
        File.WriteAllText(Sheet, "written by hand");
        SessionRun refused = Invoke("Test-NaccsMigration -Change Account -SheetPath $path", ("path", Sheet));
        Assert.Equal(["FileExists"], refused.ErrorIds);
        Assert.Equal(["Account"], refused.Texts("Change"));
        Assert.Equal("written by hand", File.ReadAllText(Sheet));

        Assert.Empty(Invoke("Test-NaccsMigration -Change Account -SheetPath $path -Force", ("path", Sheet)).Errors);
        Assert.Equal("html", Parse(Sheet).Name.LocalName);

        string folder = Directory.CreateDirectory(Scratch.Member("sheets")).FullName;
        Invoke("Test-NaccsMigration -SheetPath $path", ("path", folder));
        Assert.Matches(
            $@"^naccscert-migration-{Regex.Escape(Environment.MachineName)}-\d{{8}}T\d{{6}}Z\.html$",
            Path.GetFileName(Assert.Single(Directory.GetFiles(folder))));
    }

    [Fact]
    public void Nothing_found_is_told_and_leaves_no_sheet()
    {
        ReadInEnglish();
        SessionRun run = Invoke("Test-NaccsMigration -SheetPath $path", ("path", Sheet));
        Assert.Contains($"account {Environment.UserName} on computer", Assert.Single(run.Warnings), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(run.Output);
        Assert.False(File.Exists(Sheet));

        Invoke("Test-NaccsMigration -Terminal NOSUCH").Error("TerminalNotFound", ErrorCategory.ObjectNotFound, "NOSUCH");
    }

    // The page is XML but for elements that hold nothing.
    private static XElement Parse(string path) => XElement.Parse(
        Void().Replace(File.ReadAllText(path)["<!DOCTYPE html>".Length..], "<$1/>"));

    private static string Text(PSObject result, string property) =>
        Convert.ToString(result.Properties[property].Value, CultureInfo.InvariantCulture)!;

    private static IEnumerable<string> Steps(PSObject result, string property) => (IEnumerable<string>)result.Properties[property].Value;

    [GeneratedRegex("<(meta [^>]*)>")]
    private static partial Regex Void();
}

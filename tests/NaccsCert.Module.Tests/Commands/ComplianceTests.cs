using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class ComplianceTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Theory]
    [InlineData("P1D", "Valid", "True")]
    [InlineData("P20D", "Scheduled", "True")]
    [InlineData("P60D", "RenewalDue", "False")]
    public void A_certificate_is_a_finding_from_its_moment_on(string window, string code, string isCompliant)
    {
        Redefine(json => json["renewalWindow"] = window);
        string thumbprint = Enrolled();
        SessionRun run = Invoke("Test-NaccsCompliance");
        Assert.Equal((code, isCompliant), (run.Text("Code"), run.Text("IsCompliant")));
        JsonNode line = JsonNode.Parse(run.Text("Line"))!;
        Assert.Equal((code, isCompliant == "True" ? 0 : 1), ((string?)line["code"], (int)line["exit"]!));
        Assert.Equal(thumbprint, Invoke("(Test-NaccsCompliance).Plans").Text("Thumbprint"));
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void No_certificate_is_a_finding_where_one_is_required()
    {
        SessionRun allowed = Invoke("Test-NaccsCompliance");
        SessionRun required = Invoke("Test-NaccsCompliance -RequireCertificate");
        Assert.Equal(("NoCertificate", "True"), (allowed.Text("Code"), allowed.Text("IsCompliant")));
        Assert.Equal(("NoCertificate", "False"), (required.Text("Code"), required.Text("IsCompliant")));
    }

    [Fact]
    public void What_has_to_be_re_issued_is_worst()
    {
        Redefine(json => json["renewalWindow"] = "P60D");
        Enrolled();
        Seed.Expired(StoreName, "1EXPIRED");
        SessionRun run = Invoke("Test-NaccsCompliance");
        Assert.Equal(("ReissueRequired", "False"), (run.Text("Code"), run.Text("IsCompliant")));
    }

    [Fact]
    public void Sixty_certificates_of_long_Japanese_terminals_are_one_line_that_agents_keep()
    {
        foreach (int number in Enumerable.Range(0, 60))
        {
            Seed.WithoutKey(StoreName, "名古屋税関申告官署通関業者端末名古屋税関申告官署通関業者端末名古屋" + number.ToString(CultureInfo.InvariantCulture));
        }

        string line = Invoke("Test-NaccsCompliance").Text("Line");
        Assert.InRange(line.Length, 1024, 2048);
        Assert.All(line, character => Assert.InRange(character, ' ', '~'));
        JsonNode read = JsonNode.Parse(line)!;
        Assert.Equal(60, (int)read["count"]!);
        Assert.StartsWith("名古屋税関", (string?)read["certificates"]![0]!["terminal"], StringComparison.Ordinal);
    }
}

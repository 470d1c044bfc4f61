using System;
using System.Linq;
using NaccsCert.Renewal;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>Lists begin with what needs attention.</summary>
public sealed class UrgencyTests
{
    private static readonly DateTimeOffset Now = Certificates.NotAfter.AddDays(-1);

    [Fact]
    public void Certificates_that_stop_a_terminal_come_first_and_replaced_ones_last()
    {
        NaccsCertificate[] all = [.. Enum.GetValues<CertificateStatus>().Select(status => Certificates.Of(status, Now))];

        CertificateStatus[] order = [.. all.OrderBy(certificate => certificate, CertificateUrgency.Comparer).Select(certificate => certificate.Status)];

        Assert.Equal(
            [CertificateStatus.RenewalDue, CertificateStatus.Unverified, CertificateStatus.NotYetValid, CertificateStatus.Valid, CertificateStatus.Superseded],
            order[3..]);
    }

    [Fact]
    public void Equally_urgent_certificates_come_by_terminal_then_by_their_end_however_they_were_found()
    {
        NaccsCertificate later = Certificates.Of(CertificateStatus.Valid, Now, "1BBB") with { NotAfter = Certificates.NotAfter.AddDays(1) };
        NaccsCertificate[] expected = [Certificates.Of(CertificateStatus.Valid, Now, "1AAA"), Certificates.Of(CertificateStatus.Valid, Now, "1BBB"), later];

        Assert.Equal(expected, expected.Reverse().OrderBy(certificate => certificate, CertificateUrgency.Comparer));
    }

    [Fact]
    public void Plans_begin_with_what_the_user_has_to_do()
    {
        var planner = new RenewalPlanner(Certificates.Manual, Now, Certificates.Tokyo);
        NaccsCertificate[] found =
        [
            Certificates.Of(CertificateStatus.Valid, Now, "1AAA"),
            Certificates.Of(CertificateStatus.RenewalDue, Now, "1DDD"),
            Certificates.Of(CertificateStatus.RenewalDue, Now, "1CCC"),
            Certificates.Of(CertificateStatus.KeyMissing, Now, "1EEE"),
        ];

        Assert.Equal(["1EEE", "1CCC", "1DDD", "1AAA"], planner.Plan(found).Select(plan => plan.Terminal));
    }
}

using System;
using NaccsCert.Keys;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>When a certificate is renewed, and what it is good for, to the tick and in every culture.</summary>
public sealed class RenewalPolicyTests
{
    private static readonly DateTimeOffset NotBefore = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NotAfter = new(2031, 2, 28, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Opens = new(2031, 1, 31, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<DateTimeOffset, CertificateStatus> Moments => new()
    {
        { NotBefore.AddTicks(-1), CertificateStatus.NotYetValid },
        { NotBefore, CertificateStatus.Valid },
        { Opens.AddTicks(-1), CertificateStatus.Valid },
        { Opens, CertificateStatus.RenewalDue },
        { NotAfter, CertificateStatus.RenewalDue },
        { NotAfter.AddTicks(1), CertificateStatus.Expired },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void The_status_changes_at_the_tick(DateTimeOffset now, CertificateStatus expected)
    {
        foreach (string culture in new[] { "ja-JP", "th-TH", "ar-SA", "tr-TR" })
        {
            Cultures.Run(culture, () => Assert.Equal(
                expected, new CertificateStatusPolicy(Opens, now).Evaluate(Facts.Of(NotBefore, NotAfter), isSuperseded: false)));
        }
    }

    [Theory]
    [InlineData(false, false, CertificateStatus.KeyMissing)]
    [InlineData(true, false, CertificateStatus.Superseded)]
    [InlineData(true, true, CertificateStatus.Superseded)]
    [InlineData(false, true, CertificateStatus.Expired)]
    public void What_was_replaced_is_nobodys_concern_and_then_the_hardest_fault_decides(
        bool superseded, bool expired, CertificateStatus expected)
    {
        DateTimeOffset now = expired ? NotAfter.AddDays(1) : NotBefore.AddDays(-1);

        Assert.Equal(
            expected, new CertificateStatusPolicy(Opens, now).Evaluate(Facts.Of(NotBefore, NotAfter, KeyState.Missing), superseded));
    }

    [Fact]
    public void What_only_bears_the_name_of_the_issuer_is_unverified_whatever_else_it_is()
    {
        CertificateFacts facts = Facts.Of(NotBefore, NotAfter) with { Origin = Facts.Unverified };

        foreach (DateTimeOffset now in new[] { NotBefore.AddDays(-1), Opens, NotAfter.AddDays(1) })
        {
            Assert.Equal(CertificateStatus.Unverified, new CertificateStatusPolicy(Opens, now).Evaluate(facts, isSuperseded: false));
        }
    }

    [Theory]
    [InlineData("ja-JP", "2031-01-31")]
    [InlineData("th-TH", "2031-01-31")]
    [InlineData("ar-SA", "2031-01-31")]
    [InlineData("tr-TR", "2031-01-31")]
    public void Reasons_name_Gregorian_dates(string culture, string date) => Cultures.Run(culture, () =>
        Assert.Contains(
            date,
            new CertificateStatusPolicy(Opens.AddHours(12), NotBefore).Reason(
                CertificateStatus.Valid, Facts.Of(NotBefore, NotAfter), null),
            StringComparison.Ordinal));

    [Fact]
    public void The_built_in_window_is_28_days() =>
        Assert.Equal(Opens, new NaccsCert.Services.ServiceDefinitionSource([]).Load(null).RenewalOpens(NotAfter));

    [Theory]
    [InlineData(CertificateStatus.Valid, false, true)]
    [InlineData(CertificateStatus.Valid, true, false)]
    [InlineData(CertificateStatus.RenewalDue, false, false)]
    [InlineData(CertificateStatus.NotYetValid, true, true)]
    [InlineData(CertificateStatus.Superseded, true, true)]
    public void What_is_not_due_is_said_and_not_thrown(CertificateStatus status, bool force, bool isRefused)
    {
        EnrollmentResult? refusal = RenewalPolicy.Evaluate(Certificate(status), force);

        Assert.Equal(isRefused, refusal is not null);
        if (refusal is not null)
        {
            Assert.Equal(EnrollmentStatus.NotDue, refusal.Status);
            Assert.False(refusal.Changed);
            Assert.Equal("THUMB", refusal.Thumbprint);
            Assert.NotEmpty(refusal.Reason);
        }
    }

    [Theory]
    [InlineData(CertificateStatus.Expired, ErrorId.CertificateExpired)]
    [InlineData(CertificateStatus.KeyMissing, ErrorId.CertificateKeyUnusable)]
    [InlineData(CertificateStatus.KeyUnusable, ErrorId.CertificateKeyUnusable)]
    public void What_can_never_be_renewed_is_an_error_even_by_force(CertificateStatus status, ErrorId expected) =>
        Assert.Equal(expected, Assert.Throws<NaccsException>(() => RenewalPolicy.Evaluate(Certificate(status), force: true)).ErrorId);

    private static NaccsCertificate Certificate(CertificateStatus status) => new()
    {
        Status = status,
        Reason = "because",
        Terminal = "1TEST01",
        Thumbprint = "THUMB",
        Subject = "CN=1TEST01",
        Issuer = "NACCS Client CA",
        SerialNumber = "01",
        NotBefore = NotBefore,
        NotAfter = NotAfter,
        RenewalOpens = Opens,
        DaysLeft = 1,
        KeyAlgorithm = "RSA 2048",
        KeyProvider = "KeyFile",
        FriendlyName = string.Empty,
        Service = "naccs",
        StoreName = "My",
    };
}

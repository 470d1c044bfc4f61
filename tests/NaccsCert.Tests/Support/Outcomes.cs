using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Support;

/// <summary>What every failed enrollment must have in common.</summary>
internal static class Outcomes
{
    /// <summary>A code set for services that take any.</summary>
    public static CodeSet AnyCodes { get; } = new("1FAKE01", "AAAA1111", "BBBB2222", "CCCC3333");

    /// <summary>Quick keys, for tests that are not about keys.</summary>
    public static EnrollmentOptions Quick { get; } = new() { KeyAlgorithm = KeyAlgorithm.EcdsaP256 };

    /// <summary>Enrolls with any codes and a quick key.</summary>
    public static Task<EnrollmentResult> EnrollAsync(
        this ScratchUser user, ServiceDefinition definition, CancellationToken cancellationToken) =>
        user.EnrollAsync(definition, AnyCodes, cancellationToken, Quick);

    /// <summary>Enrolls in vain: the error has the identity and an action, nothing is installed, no code is told.</summary>
    public static Task<NaccsException> FailAsync(
        this ScratchUser user, ServiceDefinition definition, ErrorId expected, CancellationToken cancellationToken) =>
        user.FailAsync(definition, expected, Quick, cancellationToken);

    /// <summary>Enrolls in vain with an RSA key, as SCEP needs one.</summary>
    public static Task<NaccsException> FailByScepAsync(
        this ScratchUser user, ServiceDefinition definition, ErrorId expected, CancellationToken cancellationToken) =>
        user.FailAsync(definition, expected, new EnrollmentOptions(), cancellationToken);

    private static async Task<NaccsException> FailAsync(
        this ScratchUser user, ServiceDefinition definition, ErrorId expected, EnrollmentOptions options, CancellationToken cancellationToken)
    {
        int before = user.Certificates(definition).Count;
        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(definition, AnyCodes, cancellationToken, options));
        Assert.Equal(expected, error.ErrorId);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Equal(before, user.Certificates(definition).Count);
        Assert.Empty(user.Store("Root").Read());
        Assert.DoesNotContain(AnyCodes.Code2, error.ToString(), System.StringComparison.Ordinal);
        return error;
    }

    /// <summary>The enrollment is kept with its key, and the error leads to it.</summary>
    public static JournalEntry AssertKept(this ScratchUser user, NaccsException error)
    {
        JournalEntry entry = Assert.Single(user.Journal.Read());
        Assert.Equal(entry.Id, error.EnrollmentId);
        Assert.Equal(error.ErrorId, entry.LastError);
        Assert.Equal(entry.KeyName, Assert.Single(user.Keys.Left));
        return entry;
    }

    /// <summary>There is neither an entry nor a key.</summary>
    public static void AssertNothingLeft(this ScratchUser user, NaccsException error)
    {
        Assert.Null(error.EnrollmentId);
        Assert.Empty(user.Journal.Read());
        Assert.Empty(user.Keys.Left);
    }
}

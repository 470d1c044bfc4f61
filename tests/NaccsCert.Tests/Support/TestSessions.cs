using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.TestSupport;

namespace NaccsCert.Tests.Support;

/// <summary>Takes sessions to their end, as a cmdlet does.</summary>
internal static class TestSessions
{
    public static AuthenticationCodes Codes(CodeSet set) => new(SecureText.Of(set.Code1), SecureText.Of(set.Code2), SecureText.Of(set.Code3));

    public static async Task<EnrollmentResult> EnrollAsync(
        this ScratchUser user,
        ServiceDefinition definition,
        CodeSet set,
        CancellationToken cancellationToken,
        EnrollmentOptions? options = null)
    {
        using AuthenticationCodes codes = Codes(set);
        using var session = EnrollmentSession.Enroll(user.Environment, definition, codes, options ?? new EnrollmentOptions());
        return await session.FinishAsync(cancellationToken);
    }

    public static async Task<EnrollmentResult> RenewAsync(
        this ScratchUser user, ServiceDefinition definition, X509Certificate2 current, CancellationToken cancellationToken)
    {
        using var session = EnrollmentSession.Reenroll(user.Environment, definition, current, new EnrollmentOptions());
        return await session.FinishAsync(cancellationToken);
    }

    public static async Task<EnrollmentResult> FinishAsync(this EnrollmentSession session, CancellationToken cancellationToken)
    {
        while (!session.IsFinished)
        {
            await session.AdvanceAsync(cancellationToken);
        }

        return session.Result;
    }

    /// <summary>Stops before a step, as if the process had.</summary>
    public static async Task AdvanceUntilAsync(
        this EnrollmentSession session, EnrollmentStage step, CancellationToken cancellationToken)
    {
        while (session.Stage != step)
        {
            await session.AdvanceAsync(cancellationToken);
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using NaccsCert.Compat;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Validation.SignIn;

/// <summary>Says what a host made of a client certificate, and who can do what about it.</summary>
internal static class SignInVerdict
{
    // As many as a line holds; a server that names more has the wrong list anyway.
    private const int MaxNames = 3;

    /// <summary>Evaluates an answer.</summary>
    /// <param name="subject">The certificate.</param>
    /// <param name="answer">The answer.</param>
    public static Check Of(SignInSubject subject, SignInAnswer answer) =>
        answer.Reply is { } reply ? OfReply(subject, answer, reply) : OfError(subject, answer, answer.Error!);

    private static Check OfReply(SignInSubject subject, SignInAnswer answer, HttpReply reply)
    {
        ConnectionInfo connection = answer.Connection;
        string host = HostNames.Of(answer.Address);
        string status = HttpRefusal.Status(reply);
        string? refusal = HttpRefusal.Of(reply);
        if (connection.InspectedBy is { } inspector)
        {
            return Check(CheckStatus.Failed, Strings.Format(StringId.SignInInspected, host, inspector)) with
            {
                Error = ErrorId.TlsInspectionDetected,
                Advice = new NaccsException(ErrorId.TlsInspectionDetected, host, inspector).RecommendedAction,
            };
        }

        if (connection.ClientCertificateRequested == false)
        {
            return Of(
                new NaccsException(ErrorId.ClientCertificateNotRequested, host, status),
                refusal is null ? CheckStatus.Warning : CheckStatus.Failed);
        }

        if (refusal is not null)
        {
            return Refused(subject, answer, ErrorId.ClientCertificateForbidden, refusal);
        }

        if (HttpRefusal.IsUnclear(reply))
        {
            return Check(CheckStatus.Warning, Strings.Format(StringId.SignInUnclear, host, status));
        }

        if (connection.ClientCertificateRequested is null)
        {
            return Check(CheckStatus.Passed, Strings.Format(StringId.SignInUntold, host, status));
        }

        return subject.IsOfOneOf(connection.AcceptedIssuers)
            ? Check(CheckStatus.Passed, Strings.Format(StringId.SignInAccepted, host, status))
            : NotNamed(subject, answer, CheckStatus.Warning, Strings.Format(StringId.SignInAcceptedAnyway, status));
    }

    private static Check OfError(SignInSubject subject, SignInAnswer answer, NaccsException error)
    {
        bool isEnded = error.ErrorId is ErrorId.TlsHandshakeFailed or ErrorId.ConnectionFailed;
        ConnectionInfo connection = answer.Connection;
        if (isEnded && connection.ClientCertificateShown)
        {
            return Refused(subject, answer, ErrorId.ClientCertificateRefused, Ending(connection.Alert, error));
        }

        return isEnded && connection.ClientCertificateRequested is null && error.ErrorId == ErrorId.TlsHandshakeFailed
            ? Check(CheckStatus.Warning, Strings.Format(StringId.SignInUntoldEnd, HostNames.Of(answer.Address))) with { Error = error.ErrorId }
            : Of(error, CheckStatus.Failed);
    }

    // The most telling of the reasons that are known, whoever knows them.
    private static Check Refused(SignInSubject subject, SignInAnswer answer, ErrorId error, string ending)
    {
        TlsAlert? alert = answer.Connection.Alert;
        string host = HostNames.Of(answer.Address);
        if (alert == TlsAlert.CertificateRevoked || subject.IsRevoked)
        {
            return Of(new NaccsException(ErrorId.ClientCertificateRevoked, host, ending), CheckStatus.Failed);
        }

        if (alert == TlsAlert.CertificateExpired || subject.HasExpired)
        {
            return Of(
                new NaccsException(ErrorId.ClientCertificateExpired, host, ending, LocalTime.Text(subject.Certificate.NotAfter)),
                CheckStatus.Failed);
        }

        return subject.IsOfOneOf(answer.Connection.AcceptedIssuers)
            ? Of(new NaccsException(error, host, ending), CheckStatus.Failed)
            : NotNamed(subject, answer, CheckStatus.Failed, ending);
    }

    private static Check NotNamed(SignInSubject subject, SignInAnswer answer, CheckStatus status, string ending)
    {
        IReadOnlyList<string> names = answer.Connection.AcceptedIssuers;
        string named = string.Join("; ", names.Take(MaxNames)) + (names.Count > MaxNames ? "; ..." : string.Empty);
        return Of(
            new NaccsException(
                ErrorId.ClientCertificateIssuerNotNamed, HostNames.Of(answer.Address), subject.Certificate.IssuerName.Name, named, ending),
            status);
    }

    private static string Ending(TlsAlert? alert, NaccsException error)
    {
        if (alert is not { } known)
        {
            return Strings.Format(StringId.SignInEnded);
        }

        return Strings.Format(
            error.ErrorId == ErrorId.TlsHandshakeFailed ? StringId.SignInAlert : StringId.SignInLateAlert, TlsAlerts.NameOf(known));
    }

    private static Check Of(NaccsException error, CheckStatus status) =>
        Check(status, error.Message) with { Error = error.ErrorId, Advice = error.RecommendedAction };

    private static Check Check(CheckStatus status, string detail) => new(SignInTester.CheckName, status, detail);
}

using NaccsCert.Resources;

namespace NaccsCert.Accounts;

/// <summary>
/// Keeps certificates out of accounts in which nobody could use them: only the Windows account that enrolled can use a
/// certificate, and a certificate in the wrong one has to be re-issued (manual 1.1).
/// </summary>
internal static class AccountGuard
{
    /// <summary>Evaluates an account.</summary>
    /// <param name="facts">What the system says of it.</param>
    /// <returns>The result.</returns>
    public static AccountResult Evaluate(AccountFacts facts)
    {
        AccountStatus status = StatusOf(facts);
        NaccsException? error = ErrorOf(status, facts);
        return new AccountResult
        {
            Status = status,
            Reason = error?.Message ?? Strings.Format(
                status == AccountStatus.NoDesktop ? StringId.AccountNoDesktop : StringId.AccountSuitable, facts.UserName),
            CanEnroll = error is null,
            UserName = facts.UserName,
            DesktopUserName = facts.DesktopUserName,
            IsElevated = facts.IsElevated,
            Error = error?.ErrorId,
        };
    }

    /// <summary>What would stop an enrollment in an account, without a word about it.</summary>
    /// <param name="facts">What the system says of the account.</param>
    /// <returns>The id of the error; null when nothing would.</returns>
    public static ErrorId? FindError(AccountFacts facts) => ErrorIdOf(StatusOf(facts));

    /// <summary>Lets only accounts pass in which a certificate is of use.</summary>
    /// <param name="facts">What the system says of the account.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.AccountIsService"/>, <see cref="ErrorId.AccountElevatedAsAnother"/> or
    /// <see cref="ErrorId.AccountNotDesktopUser"/>.
    /// </exception>
    public static void Require(AccountFacts facts)
    {
        if (ErrorOf(StatusOf(facts), facts) is { } error)
        {
            throw error;
        }
    }

    private static AccountStatus StatusOf(AccountFacts facts)
    {
        if (facts.IsServiceAccount)
        {
            return AccountStatus.ServiceAccount;
        }

        if (!facts.HasDesktop)
        {
            return AccountStatus.NoDesktop;
        }

        if (facts.IsDesktopUser)
        {
            return AccountStatus.Suitable;
        }

        return facts.IsElevated ? AccountStatus.ElevatedAsAnother : AccountStatus.NotDesktopUser;
    }

    private static NaccsException? ErrorOf(AccountStatus status, AccountFacts facts) =>
        ErrorIdOf(status) is { } errorId ? new NaccsException(errorId, facts.UserName, facts.DesktopUserName) : null;

    private static ErrorId? ErrorIdOf(AccountStatus status) => status switch
    {
        AccountStatus.ServiceAccount => ErrorId.AccountIsService,
        AccountStatus.ElevatedAsAnother => ErrorId.AccountElevatedAsAnother,
        AccountStatus.NotDesktopUser => ErrorId.AccountNotDesktopUser,
        _ => null,
    };
}

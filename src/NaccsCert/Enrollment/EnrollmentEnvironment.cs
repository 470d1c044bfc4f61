using System;
using System.IO;
using NaccsCert.Accounts;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO;
using NaccsCert.Keys;
using NaccsCert.Keys.Providers;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Windows;

namespace NaccsCert.Enrollment;

/// <summary>The outside of an enrollment, handed in.</summary>
/// <param name="Clock">The present moment.</param>
/// <param name="Keys">Opens a key storage provider by name, null for the usual one.</param>
/// <param name="Stores">Opens a certificate store of the user by name.</param>
/// <param name="Journal">The unfinished enrollments.</param>
/// <param name="CanAskUser">Whether somebody is there to answer a dialog of the platform.</param>
public sealed record EnrollmentEnvironment(
    IClock Clock,
    Func<string?, IKeyProvider> Keys,
    Func<string, ICertificateStore> Stores,
    EnrollmentJournal Journal,
    bool CanAskUser)
{
    /// <summary>The user's choices about the way to the service.</summary>
    public NetworkOptions Network { get; init; } = NetworkOptions.Default;

    /// <summary>The account that the certificate is for; null when it need not be that of the desktop.</summary>
    public AccountFacts? Account { get; init; }

    /// <summary>This computer and its signed-in user.</summary>
    /// <param name="canAskUser">Whether somebody is there to answer a dialog of the platform.</param>
    /// <returns>The environment.</returns>
    public static EnrollmentEnvironment Current(bool canAskUser) => new(
        new SystemClock(),
        KeyProviders.Open,
        name => new UserCertificateStore(name),
        new EnrollmentJournal(Path.Combine(DataFolders.User, "enrollments")),
        canAskUser)
    {
        Account = AccountReader.Read(),
    };

    /// <summary>Lets only accounts begin something new in which a certificate is of use (manual 1.1).</summary>
    /// <exception cref="NaccsException">It is another account; see <see cref="AccountGuard.Require"/>.</exception>
    public void RequireAccount()
    {
        if (Account is { } account)
        {
            AccountGuard.Require(account);
        }
    }
}

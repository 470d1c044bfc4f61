using System;
using NaccsCert.Accounts;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation.Origin;
using NaccsCert.Validation.Roots;

namespace NaccsCert.Enrollment;

/// <summary>What an enrollment works with, handed in.</summary>
/// <param name="Clock">The present moment.</param>
/// <param name="Keys">Opens a key storage provider by name, null for the platform's software provider.</param>
/// <param name="Stores">Opens a certificate store of the user by name.</param>
/// <param name="Journal">The unfinished enrollments.</param>
/// <param name="CanAskUser">Whether somebody is there to answer a dialog of the platform.</param>
internal sealed record EnrollmentServices(
    IClock Clock,
    Func<string?, IKeyProvider> Keys,
    Func<string, IUserCertificateStore> Stores,
    EnrollmentJournal Journal,
    bool CanAskUser)
{
    /// <summary>The user's choices about the route to the service.</summary>
    public NetworkOptions Network { get; init; } = NetworkOptions.Default;

    /// <summary>The HTTP stack.</summary>
    public IHttpHandlerFactory HttpHandlers { get; init; } = new PlatformHttpHandlerFactory();

    /// <summary>Takes what happens on the way.</summary>
    public IProgress<EnrollmentEvent> Events { get; init; } = EventSourceSink.Instance;

    /// <summary>What this user's enrollments have proven.</summary>
    public required EnrollmentHistoryFile Histories { get; init; }

    /// <summary>Asks whether an unpinned root shall be trusted.</summary>
    public IRootConsent RootConsent { get; init; } = NoRootConsent.Instance;

    /// <summary>The account that the certificate is for; null when it need not be that of the desktop.</summary>
    public AccountFacts? Account { get; init; }

    /// <summary>Makes HTTP clients.</summary>
    public HttpClientFactory HttpClients => new(Clock, Network, HttpHandlers);

    /// <summary>Deletes a key for which nothing was issued, or nothing shall be.</summary>
    /// <param name="provider">The provider that holds it.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyRemovalFailed"/>.</exception>
    public void DeleteKey(string provider, string name)
    {
        NaccsCertEventSource.Log.KeyDeleting(name);
        Keys(provider).Delete(name);
        NaccsCertEventSource.Log.KeyDeleted(name);
    }

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

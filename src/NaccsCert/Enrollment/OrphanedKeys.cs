using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Journal;


namespace NaccsCert.Enrollment;

/// <summary>
/// What a process left that died between taking an identity and writing its first journal entry: nothing was sent, so
/// nothing can be lost.
/// </summary>
internal static class OrphanedKeys
{
    /// <summary>Removes keys and folders without an entry. To be called under the lock of the service.</summary>
    public static void Remove(EnrollmentEnvironment environment, string service)
    {
        foreach (Reservation reservation in environment.Journal.Reservations(service))
        {
            if (reservation.KeyProvider is { } provider)
            {
                NaccsCertEventSource.Log.KeyDeleting(reservation.KeyName);
                environment.Keys(provider).Delete(reservation.KeyName);
                NaccsCertEventSource.Log.KeyDeleted(reservation.KeyName);
            }

            environment.Journal.Remove(reservation.Id);
        }
    }
}

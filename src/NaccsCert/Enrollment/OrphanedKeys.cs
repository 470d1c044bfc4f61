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
    public static void CleanUp(EnrollmentServices services, string service)
    {
        foreach (Reservation reservation in services.Journal.Reservations(service))
        {
            if (reservation.KeyProvider is { } provider)
            {
                NaccsCertEventSource.Log.KeyDeleting(reservation.KeyName);
                services.Keys(provider).Delete(reservation.KeyName);
                NaccsCertEventSource.Log.KeyDeleted(reservation.KeyName);
            }

            services.Journal.Remove(reservation.Id);
        }
    }
}

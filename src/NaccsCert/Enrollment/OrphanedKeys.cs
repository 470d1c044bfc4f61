using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Journal;

namespace NaccsCert.Enrollment;

/// <summary>
/// What a process left that died between taking an identity and writing its first journal entry: nothing was sent, so
/// nothing can be lost.
/// </summary>
internal static class OrphanedKeys
{
    /// <summary>
    /// Removes keys and folders without an entry. To be called under the lock of the service. What cannot be removed is left for a
    /// later run: it must not keep a certificate from being enrolled or renewed.
    /// </summary>
    public static void CleanUp(EnrollmentServices services, string service)
    {
        foreach (Reservation reservation in services.Journal.Reservations(service))
        {
            try
            {
                if (reservation.KeyProvider is { } provider)
                {
                    services.DeleteKey(provider, reservation.KeyName);
                }

                services.Journal.Remove(reservation.Id);
            }
            catch (NaccsException error)
            {
                NaccsCertEventSource.Log.FolderKept(reservation.Id, error.Message);
            }
        }
    }
}

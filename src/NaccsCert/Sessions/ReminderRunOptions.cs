using NaccsCert.Enrollment;

namespace NaccsCert.Sessions;

/// <summary>How the reminder runs.</summary>
/// <param name="Enrollment">The choices for renewals; they name the store.</param>
/// <param name="AutoRenew">Whether due certificates are renewed silently, where Group Policy says nothing about it.</param>
/// <param name="Notices">Whether the user is told outside the console.</param>
/// <param name="RemoveArchivedDays">How many days after its renewal an archived certificate is removed; null for never.</param>
internal sealed record ReminderRunOptions(EnrollmentOptions Enrollment, bool AutoRenew, bool Notices, int? RemoveArchivedDays);

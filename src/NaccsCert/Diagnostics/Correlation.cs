using System;
using System.Diagnostics.Tracing;
using System.Threading;

namespace NaccsCert.Diagnostics;

/// <summary>
/// The mark under which everything is told that belongs to one enrollment, in whichever process: the last eight digits of
/// its name. It flows with the work, and event sessions see it as the activity.
/// </summary>
internal static class Correlation
{
    private const int Length = 8;
    private const string RestOfActivity = "-4e41-4343-5300-000000000000";

    private static readonly AsyncLocal<string?> Flowing = new(change => EventSource.SetCurrentThreadActivityId(
        change.CurrentValue is { } mark ? Guid.Parse(mark + RestOfActivity) : Guid.Empty));

    /// <summary>The mark of the work that this thread is at; null when it is at none.</summary>
    public static string? Current => Flowing.Value;

    /// <summary>A mark that is new.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N").Substring(0, Length);

    /// <summary>The mark of an enrollment that has a name.</summary>
    /// <param name="enrollmentId">Its name.</param>
    public static string IdOf(string enrollmentId) => enrollmentId.Substring(enrollmentId.Length - Length);

    /// <summary>Says what the rest of this method, and all that it calls, belongs to.</summary>
    public static void Set(string mark) => Flowing.Value = mark;
}

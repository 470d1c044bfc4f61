using System.Diagnostics.Tracing;

namespace NaccsCert.Logging;

/// <summary>Takes what matters most of the log: how something ended that a user or an administrator had asked for.</summary>
internal interface IOutcomeLog
{
    /// <summary>Writes an entry, where there is a place for it.</summary>
    /// <param name="level">How much it matters.</param>
    /// <param name="eventId">The number of the event.</param>
    /// <param name="text">What happened.</param>
    void Write(EventLevel level, int eventId, string text);
}

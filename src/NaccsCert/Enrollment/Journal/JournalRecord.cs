namespace NaccsCert.Enrollment.Journal;

/// <summary>A journal entry, or the reason why it cannot be read. What cannot be read is set aside, never deleted.</summary>
/// <param name="Id">The entry's name.</param>
/// <param name="Entry">The entry; null when it cannot be read.</param>
/// <param name="Damage">Why it cannot be read; null when it can.</param>
internal sealed record JournalRecord(string Id, JournalEntry? Entry, string? Damage);

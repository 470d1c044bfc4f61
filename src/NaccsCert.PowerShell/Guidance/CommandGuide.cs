using System;
using System.Collections.Generic;
using NaccsCert.Guidance;

namespace NaccsCert.PowerShell.Guidance;

/// <summary>Remembers what a command has looked for and put out, for what is said once at its end.</summary>
internal sealed class CommandGuide
{
    private readonly List<PlacedRecord> _records = [];
    private Lookup? _lookup;

    /// <summary>What was looked for and not found; null where something was, or nothing was looked for.</summary>
    public Lookup? NothingFound => _lookup is { Found: 0 } && _records.Count == 0 ? _lookup : null;

    /// <summary>Remembers a record that was put out.</summary>
    public void Note(PlacedRecord record) => _records.Add(record);

    /// <summary>Remembers what was looked for.</summary>
    public void Note(Lookup lookup) => _lookup = lookup.After(_lookup);

    /// <summary>What a person can do next.</summary>
    /// <param name="now">The present moment.</param>
    /// <param name="reminder">What there is to be said about the reminder.</param>
    public IReadOnlyList<NextStep> NextSteps(DateTimeOffset now, Func<ReminderOffer> reminder) =>
        new NextSteps(now, reminder).From(_records);
}

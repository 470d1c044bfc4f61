using System.Collections.Generic;
using NaccsCert.Renewal;

namespace NaccsCert.Tests.Reminders;

/// <summary>Remembers what was registered for toasts.</summary>
internal sealed class RecordingToasts : IToastRegistration
{
    /// <summary>What was written.</summary>
    public List<(string Key, string Name, string Text)> Written { get; } = [];

    /// <summary>The keys that were removed.</summary>
    public List<string> Deleted { get; } = [];

    public void Write(IEnumerable<(string Key, string Name, string Text)> values) => Written.AddRange(values);

    public void Delete(IEnumerable<string> keys) => Deleted.AddRange(keys);
}

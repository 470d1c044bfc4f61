using System;
using System.Collections.Generic;
using NaccsCert.Resources;

namespace NaccsCert.Enrollment;

/// <summary>What an enrollment has done, in sentences that a support desk can read. None holds a secret.</summary>
internal sealed class EnrollmentMessages
{
    private readonly List<string> _setting = [];
    private readonly List<string> _deeds = [];

    /// <summary>Adds a sentence about something that was done, once it is.</summary>
    public void Tell(StringId sentence, params object[] arguments) => _deeds.Add(Strings.Format(sentence, arguments));

    /// <summary>Adds a sentence about where it is done. It may be added again: whoever shows it does so once.</summary>
    public void Set(StringId sentence, params object[] arguments) => _setting.Add(Strings.Format(sentence, arguments));

    /// <summary>Adds the way to the service, once it is known.</summary>
    /// <param name="proxy">The proxy on it; null when there is none.</param>
    public void SetWay(Uri? proxy) => _setting.Add(Strings.FormatRoute(proxy));

    /// <summary>Hands over what was added since the last call.</summary>
    /// <returns>The sentences about where it is done, and those about what was done.</returns>
    public (IReadOnlyList<string> Setting, IReadOnlyList<string> Deeds) Take()
    {
        (string[] Setting, string[] Deeds) taken = ([.. _setting], [.. _deeds]);
        _setting.Clear();
        _deeds.Clear();
        return taken;
    }
}

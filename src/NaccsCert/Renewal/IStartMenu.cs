using System.Collections.Generic;

namespace NaccsCert.Renewal;

/// <summary>Keeps the entries of this module in the Start menu of the user.</summary>
internal interface IStartMenu
{
    /// <summary>Makes an entry, in the place of one of its name.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.StartMenuUnavailable"/> or <see cref="ErrorId.StartMenuEntryFailed"/>.</exception>
    void Write(StartMenuEntry entry);

    /// <summary>Finds entries.</summary>
    /// <param name="names">Their names.</param>
    /// <returns>The names of those that are there; none on platforms without a Start menu.</returns>
    IReadOnlyList<string> Find(IEnumerable<string> names);

    /// <summary>Removes entries, where they are there; does nothing on platforms without a Start menu.</summary>
    /// <param name="names">Their names.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.StartMenuEntryFailed"/>.</exception>
    void Delete(IEnumerable<string> names);
}

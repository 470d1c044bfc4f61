using System.Collections.Generic;

namespace NaccsCert.Renewal;

/// <summary>Registers what toasts need of the user's part of the registry; does nothing on platforms without one.</summary>
internal interface IToastRegistration
{
    /// <summary>Writes values below <c>Software\Classes</c>.</summary>
    /// <param name="values">Key, name (empty for the default value) and text of each.</param>
    void Write(IEnumerable<(string Key, string Name, string Text)> values);

    /// <summary>Removes keys with all that is in them.</summary>
    /// <param name="keys">The keys below <c>Software\Classes</c>.</param>
    void Delete(IEnumerable<string> keys);
}

namespace NaccsCert.Policies;

/// <summary>Where Group Policy leaves its values.</summary>
internal interface IPolicyStore
{
    /// <summary>The full name of a value, for people.</summary>
    /// <param name="source">Of the computer or of the user.</param>
    /// <param name="name">The value's name.</param>
    string Locate(PolicySource source, string name);

    /// <summary>Reads a value.</summary>
    /// <param name="source">Of the computer or of the user.</param>
    /// <param name="name">The value's name.</param>
    /// <returns>A text or a number; null when it is not set.</returns>
    object? Read(PolicySource source, string name);
}

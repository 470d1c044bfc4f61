namespace NaccsCert.Enrollment.Journal;

/// <summary>An identity that was taken for an enrollment before its key was made.</summary>
/// <param name="Id">The identity.</param>
/// <param name="KeyProvider">The provider that the key was to be made in; null when it had not come to that.</param>
internal sealed record Reservation(string Id, string? KeyProvider)
{
    /// <summary>The name of the key, made of the identity, so that no key is ever without one.</summary>
    public string KeyName => NameOfKey(Id);

    /// <summary>The name of the key of an enrollment.</summary>
    public static string NameOfKey(string id) => "NaccsCert-" + id;
}

namespace NaccsCert.Keys;

/// <summary>Where private keys are kept under a name, in the user's own container.</summary>
internal interface IKeyProvider
{
    /// <summary>The provider's name, for people and for the journal.</summary>
    string Name { get; }

    /// <summary>Makes a key that is on disk, under its name, when this returns.</summary>
    /// <param name="name">A name that is not in use yet.</param>
    /// <param name="algorithm">The kind of key.</param>
    /// <param name="exportable">Whether the key may leave its provider later.</param>
    /// <param name="decrypts">Whether the key may decrypt as well as sign; RSA only.</param>
    /// <returns>The key.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyCreationFailed"/>.</exception>
    KeyHandle Create(string name, KeyAlgorithm algorithm, bool exportable, bool decrypts);

    /// <summary>Opens a key by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="algorithm">The kind of key that it is.</param>
    /// <returns>The key; null when there is none of that name, or it cannot be read.</returns>
    KeyHandle? Open(string name, KeyAlgorithm algorithm);

    /// <summary>Destroys the key of that name; does nothing when there is none.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyRemovalFailed"/>.</exception>
    void Delete(string name);

    /// <summary>
    /// Lets go of what is no longer needed once the certificate store itself keeps the key, proven by a signature.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyRemovalFailed"/>.</exception>
    void ReleaseToStore(string name);
}

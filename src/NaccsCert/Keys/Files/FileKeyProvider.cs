using System;
using System.IO;
using System.Security.Cryptography;
using NaccsCert.Compat;
using NaccsCert.IO;

namespace NaccsCert.Keys.Files;

/// <summary>
/// Keys in PKCS#8 files (RFC 5958) of mode 0600, where the platform has no key storage. They live only until the
/// certificate store, which there keeps the key beside the certificate, has proven that it holds the key.
/// </summary>
/// <param name="folder">The folder, made owner-only when it is first needed.</param>
internal sealed class FileKeyProvider(PrivateFolder folder) : IKeyProvider
{
    // A key of RSA 4096 takes less than 2.5 kB.
    private const int MaxKeyBytes = 64 * 1024;

    public string Name => KeyProviderNames.KeyFile;

    public KeyHandle Create(string name, KeyAlgorithm algorithm, bool exportable, bool decrypts)
    {
        try
        {
            using AsymmetricAlgorithm key = Generate(algorithm);
            byte[] pkcs8 = Pkcs8.Export(key);
            try
            {
                folder.Write(FileOf(name), pkcs8);
            }
            finally
            {
                Array.Clear(pkcs8, 0, pkcs8.Length);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new NaccsException(ErrorId.KeyCreationFailed, folder.Path, exception, exception.Message);
        }

        return Open(name, algorithm) ?? throw new NaccsException(ErrorId.KeyCreationFailed, folder.Path, name);
    }

    public KeyHandle? Open(string name, KeyAlgorithm algorithm)
    {
        byte[] pkcs8 = [];
        try
        {
            pkcs8 = folder.Read(FileOf(name), MaxKeyBytes);
            if (algorithm.IsRsa())
            {
                var rsa = RSA.Create();
                Pkcs8.Import(rsa, pkcs8);
                return new RsaKeyHandle(name, algorithm, rsa);
            }

            var ecdsa = ECDsa.Create();
            Pkcs8.Import(ecdsa, pkcs8);
            return new EcdsaKeyHandle(name, algorithm, ecdsa);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
        finally
        {
            Array.Clear(pkcs8, 0, pkcs8.Length);
        }
    }

    public void Delete(string name)
    {
        try
        {
            folder.Delete(FileOf(name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.KeyRemovalFailed, name, exception, exception.Message);
        }
    }

    public void ReleaseToStore(string name) => Delete(name);

    private static AsymmetricAlgorithm Generate(KeyAlgorithm algorithm) =>
        algorithm.IsRsa() ? RSA.Create(algorithm.SizeInBits()) : ECDsa.Create(algorithm.Curve());

    private static string FileOf(string name) => name + ".key";
}

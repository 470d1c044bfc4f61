using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace NaccsCert.Keys.Cng;

/// <summary>Named, persisted keys of a Windows key storage provider, in the user's container.</summary>
/// <param name="provider">The key storage provider, software by default.</param>
[SupportedOSPlatform("windows")]
internal sealed class CngKeyProvider(CngProvider provider) : IKeyProvider
{
    public string Name => provider.Provider;

    public KeyHandle Create(string name, KeyAlgorithm algorithm, bool exportable, bool decrypts)
    {
        var parameters = new CngKeyCreationParameters
        {
            Provider = provider,
            KeyCreationOptions = CngKeyCreationOptions.None,
            KeyUsage = decrypts ? CngKeyUsages.Signing | CngKeyUsages.Decryption : CngKeyUsages.Signing,
            ExportPolicy = exportable ? CngExportPolicies.AllowExport : CngExportPolicies.None,
        };
        if (algorithm.IsRsa())
        {
            parameters.Parameters.Add(new CngProperty(
                "Length", System.BitConverter.GetBytes(algorithm.SizeInBits()), CngPropertyOptions.None));
        }

        try
        {
            return Handle(name, algorithm, CngKey.Create(CngAlgorithmOf(algorithm), name, parameters));
        }
        catch (CryptographicException exception)
        {
            throw new NaccsException(ErrorId.KeyCreationFailed, Name, exception, exception.Message);
        }
    }

    public KeyHandle? Open(string name, KeyAlgorithm algorithm)
    {
        try
        {
            return CngKey.Exists(name, provider) ? Handle(name, algorithm, CngKey.Open(name, provider)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Delete(string name)
    {
        try
        {
            if (CngKey.Exists(name, provider))
            {
                using CngKey key = CngKey.Open(name, provider);
                key.Delete();
            }
        }
        catch (CryptographicException exception)
        {
            throw new NaccsException(ErrorId.KeyRemovalFailed, name, exception, exception.Message);
        }
    }

    // The certificate store refers to this very key by its name.
    public void ReleaseToStore(string name)
    {
    }

    private static KeyHandle Handle(string name, KeyAlgorithm algorithm, CngKey key)
    {
        using (key)
        {
            return algorithm.IsRsa()
                ? new RsaKeyHandle(name, algorithm, new RSACng(key))
                : new EcdsaKeyHandle(name, algorithm, new ECDsaCng(key));
        }
    }

    private static CngAlgorithm CngAlgorithmOf(KeyAlgorithm algorithm) => algorithm switch
    {
        KeyAlgorithm.EcdsaP256 => CngAlgorithm.ECDsaP256,
        KeyAlgorithm.EcdsaP384 => CngAlgorithm.ECDsaP384,
        _ => CngAlgorithm.Rsa,
    };
}

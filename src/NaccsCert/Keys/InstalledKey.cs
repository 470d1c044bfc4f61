using System;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Keys;

/// <summary>The private key that an installed certificate refers to.</summary>
internal sealed class InstalledKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly string _thumbprint;

    private InstalledKey(AsymmetricAlgorithm key, string thumbprint)
    {
        _key = key;
        _thumbprint = thumbprint;
    }

    /// <summary>Opens the key.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>The key; null when there is none, or it cannot be opened.</returns>
    public static InstalledKey? Open(X509Certificate2 certificate)
    {
        try
        {
            AsymmetricAlgorithm? key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey();
            return key is null ? null : new InstalledKey(key, certificate.Thumbprint);
        }
        catch (Exception exception) when (KeyFailures.IsOne(exception))
        {
            return null;
        }
    }

    /// <summary>Destroys the key where it lies apart from its certificate, which is on Windows.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.KeyRemovalFailed"/>, which names the certificate.</exception>
    public void Destroy()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return;
        }

        try
        {
            Delete();
        }
        catch (CryptographicException exception)
        {
            throw new NaccsException(ErrorId.KeyRemovalFailed, _thumbprint, exception, exception.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private void Delete()
    {
        switch (_key)
        {
            case RSACng rsa:
                rsa.Key.Delete();
                break;
            case ECDsaCng ecdsa:
                ecdsa.Key.Delete();
                break;
            case RSACryptoServiceProvider rsa:
                rsa.PersistKeyInCsp = false;
                rsa.Clear();
                break;
        }
    }
}

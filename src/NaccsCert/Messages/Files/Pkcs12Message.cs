using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Files;

/// <summary>
/// A PKCS#12 file (RFC 7292) looked into without the platform, which on Windows would write its keys to disk, and gives one error for
/// many causes.
/// </summary>
internal sealed class Pkcs12Message
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string EncryptedData = "1.2.840.113549.1.7.6";
    private const int Version = 3;

    private readonly byte[] _authenticated;
    private readonly Pkcs12Mac? _mac;
    private readonly IReadOnlyList<(Pkcs12Cipher? Cipher, byte[] Content)> _safes;
    private readonly Pkcs12Work _work;

    private Pkcs12Message(byte[] encoded, string path)
    {
        (Encoded, Path, _work) = (encoded, path, new Pkcs12Work());
        List<BerValue> parts = BerValue.Read(encoded).As(BerTag.Sequence).Members();
        if (parts.Count < 2 || parts[0].As(BerTag.Integer).SmallInteger() != Version)
        {
            throw new FormatException("no PKCS#12 file of version 3");
        }

        (string type, BerValue? content) = ContentOf(parts[1]);
        _authenticated = type == Data && content is { } octets
            ? octets.Octets()
            : throw new NotSupportedException("content " + type);
        _mac = parts.Count > 2 ? Pkcs12Mac.Read(parts[2], _work) : null;
        _safes = [.. BerValue.Read(_authenticated).As(BerTag.Sequence).Members().Select(ReadSafe)];
    }

    /// <summary>The file as it came.</summary>
    public byte[] Encoded { get; }

    /// <summary>Where it lies, for errors.</summary>
    public string Path { get; }

    /// <summary>Reads what needs no password.</summary>
    /// <param name="encoded">The file, DER or BER.</param>
    /// <param name="path">Where it lies, for errors.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.CertificateFileDamaged"/> or <see cref="ErrorId.ImportEncryptionUnsupported"/>.
    /// </exception>
    public static Pkcs12Message Parse(byte[] encoded, string path) => Guard(path, () => new Pkcs12Message(encoded, path));

    /// <summary>Whether it opens with a password.</summary>
    /// <param name="password">The password; an empty one for none.</param>
    /// <exception cref="NaccsException">As for <see cref="Open"/>, but for the password.</exception>
    public bool OpensWith(SecureString password) => Use(password, _ => true);

    /// <summary>Opens the file.</summary>
    /// <param name="password">The password; an empty one for none.</param>
    /// <returns>What is in it.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ImportPasswordRequired"/>, <see cref="ErrorId.ImportPasswordWrong"/>,
    /// <see cref="ErrorId.CertificateFileDamaged"/> or <see cref="ErrorId.ImportEncryptionUnsupported"/>.
    /// </exception>
    public Pkcs12Contents Open(SecureString password) =>
        Use(password, meaning => Pkcs12Contents.Of(BagsWith(meaning), meaning, _work)) ?? throw Refused(password);

    /// <summary>The file with one certificate and its key alone: what the platform opens has nothing else in it.</summary>
    /// <param name="certificate">The certificate, which has a key.</param>
    /// <param name="password">The password of the file, which stays.</param>
    public byte[] Only(Pkcs12Certificate certificate, SecureString password) =>
        Use(password, meaning => Pkcs12Writer.Write([certificate.Bag.Encoded, certificate.Key!.Bag.Encoded], meaning))
        ?? throw Refused(password);

    private NaccsException Refused(SecureString password) =>
        new(password.Length == 0 ? ErrorId.ImportPasswordRequired : ErrorId.ImportPasswordWrong, Path);

    private T? Use<T>(SecureString password, Func<Pkcs12Password, T> action)
    {
        Pkcs12Password[] meanings = [.. Pkcs12Password.Meanings(password)];
        try
        {
            return Guard(Path, () => Array.Find(meanings, Fits) is { } meaning ? action(meaning) : Refuse<T>(meanings));
        }
        finally
        {
            Array.ForEach(meanings, meaning => meaning.Dispose());
        }
    }

    private bool Fits(Pkcs12Password password) => _mac?.IsRight(_authenticated, password) ?? Opens(password);

    // A code that is wrong over content that opens was not made with another password: somebody has changed the file.
    private T? Refuse<T>(Pkcs12Password[] meanings) =>
        _mac is not null && _safes.Any(safe => safe.Cipher is not null) && Array.Exists(meanings, Opens)
            ? throw new FormatException("the MAC does not fit")
            : default;

    private bool Opens(Pkcs12Password password)
    {
        try
        {
            Pkcs12Bag? key = BagsWith(password).Find(bag => bag.Kind == Pkcs12Bag.ShroudedKey);
            return key is null || Pkcs12Key.Read(key, new Pkcs12Work()).Look(password).Name.Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private List<Pkcs12Bag> BagsWith(Pkcs12Password password) =>
    [
        .. _safes.Select(safe => safe.Cipher?.Decrypt(safe.Content, password) ?? safe.Content)
            .SelectMany(content => Pkcs12Bag.In(BerValue.Read(content))),
    ];

    private (Pkcs12Cipher? Cipher, byte[] Content) ReadSafe(BerValue contentInfo)
    {
        (string type, BerValue? content) = ContentOf(contentInfo);
        if (content is { } value)
        {
            switch (type)
            {
                case Data:
                    return (null, value.Octets());
                case EncryptedData:
                    List<BerValue> parts = value.As(BerTag.Sequence).Members();
                    List<BerValue> encrypted = parts.Count > 1 ? parts[1].Members() : [];
                    return encrypted.Count > 2
                        ? (Pkcs12Cipher.Read(encrypted[1], _work), encrypted[2].Octets())
                        : throw new FormatException("no encrypted data");
            }
        }

        throw new NotSupportedException("content " + type);
    }

    private static (string Type, BerValue? Content) ContentOf(BerValue contentInfo)
    {
        List<BerValue> parts = contentInfo.As(BerTag.Sequence).Members();
        return parts.Count == 2
            ? (parts[0].ObjectIdentifier(), parts[1].As(BerTag.Explicit(0)).Inner())
            : throw new FormatException("no content");
    }

    private static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (FormatException exception)
        {
            throw new NaccsException(ErrorId.CertificateFileDamaged, path, exception, exception.Message);
        }
        catch (NotSupportedException exception)
        {
            throw new NaccsException(ErrorId.ImportEncryptionUnsupported, path, exception, exception.Message);
        }
    }
}

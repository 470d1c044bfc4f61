using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using NaccsCert.Compat;
using NaccsCert.IO;
using NaccsCert.Messages;
using NaccsCert.Tests.Fuzzing.Parsers;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Desktop;

/// <summary>The branches that only the net48 build has.</summary>
public sealed class ShimTests
{
    [Fact]
    public void Hexadecimal_digits_are_upper_case_and_two_a_byte() =>
        Assert.Equal("000A7FFF", Hex.Encode([0x00, 0x0A, 0x7F, 0xFF]));

    [Fact]
    public void A_file_is_written_where_none_was_and_over_one_that_was()
    {
        using var folder = new ScratchDirectory();
        string path = folder.Member("file");
        byte[][] contents = [[1, 2, 3], [4], []];

        foreach (byte[] content in contents)
        {
            PrivateFiles.WriteAtomically(path, content);
            Assert.Equal(content, File.ReadAllBytes(path));
        }

        Assert.Equal(path, Assert.Single(Directory.GetFiles(folder.FullPath)));
    }

    [Theory]
    [InlineData("Asia/Tokyo", true)]
    [InlineData("Asia", false)]
    [InlineData("Asia/Nowhere", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("/etc/localtime", false)]
    [InlineData("", false)]
    public void A_time_zone_goes_by_its_name_and_not_by_a_path(string name, bool isKnown) =>
        Assert.Equal(isKnown, TimeZones.Find(name) is not null);

    [Fact]
    public void Only_a_certificate_is_taken_for_one()
    {
        Assert.Equal(SampleAuthority.Root.RawData, Certificates.Load(SampleAuthority.Root.RawData).RawData);
        foreach (byte[] other in MessageSamples.Cms.Concat([[], [0x30, 0x00]]))
        {
            Assert.Throws<CryptographicException>(() => Certificates.Load(other));
        }
    }

    [Fact]
    public void There_is_no_private_key_in_PKCS8()
    {
        using var key = RSA.Create();
        Assert.Throws<PlatformNotSupportedException>(() => Pkcs8.Export(key));
        Assert.Throws<PlatformNotSupportedException>(() => Pkcs8.Import(key, []));
    }
}

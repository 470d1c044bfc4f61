using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Xunit;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>
/// An import library: which DLL exports which name. It is an archive of short import objects (the PE format, "Import
/// Library Format").
/// </summary>
internal static class ImportLibrary
{
    private const int ArchiveSignatureLength = 8;
    private const int MemberHeaderLength = 60;
    private const int SizeOffset = 48;
    private const int SizeLength = 10;
    private const int ImportHeaderLength = 20;
    private const int TypeOffset = 18;
    private const int NameTypeShift = 2;
    private const int NameTypeMask = 7;
    private const int ExportedByName = 1;

    /// <summary>The names that a DLL exports, exactly as they are looked up at run time.</summary>
    /// <param name="dll">The DLL, for example <c>advapi32.dll</c>.</param>
    public static IReadOnlySet<string> ExportsOf(string dll)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ArraySegment<byte> member in Members(File.ReadAllBytes(PathOf(dll))))
        {
            ReadOnlySpan<byte> content = member;
            if (IsImport(content)
                && ((BinaryPrimitives.ReadUInt16LittleEndian(content[TypeOffset..]) >> NameTypeShift) & NameTypeMask) == ExportedByName)
            {
                string[] strings = Encoding.ASCII.GetString(content[ImportHeaderLength..]).Split('\0');
                if (string.Equals(strings[1], dll, StringComparison.OrdinalIgnoreCase))
                {
                    names.Add(strings[0]);
                }
            }
        }

        return names;
    }

    private static string PathOf(string dll) => Assert.Single(
        Directory.GetFiles(SdkFolders.ImportLibraries),
        path => string.Equals(Path.GetFileName(path), Path.ChangeExtension(dll, ".lib"), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<ArraySegment<byte>> Members(byte[] archive)
    {
        for (int start = ArchiveSignatureLength; start < archive.Length;)
        {
            string size = Encoding.ASCII.GetString(archive, start + SizeOffset, SizeLength);
            int length = int.Parse(size, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
            yield return new ArraySegment<byte>(archive, start + MemberHeaderLength, length);

            // Members begin at even offsets.
            start += MemberHeaderLength + length + (length % 2);
        }
    }

    // Two words that no object file begins with.
    private static bool IsImport(ReadOnlySpan<byte> content) =>
        content.Length > ImportHeaderLength
        && BinaryPrimitives.ReadUInt16LittleEndian(content) == 0
        && BinaryPrimitives.ReadUInt16LittleEndian(content[2..]) == ushort.MaxValue;
}

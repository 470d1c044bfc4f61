using System;
using System.Buffers.Binary;
using System.IO;
using NaccsCert.Build.Package;

namespace NaccsCert.Build.Installer;

/// <summary>The dates in the summary of an installer, which say when wixl has run, and nothing of what was installed.</summary>
internal static class SummaryDates
{
    private const int Created = 12;
    private const int Saved = 13;
    private const int FileTime = 0x40;

    // A stream of properties names its format there (MS-OLEPS, sections 2.21 and 2.20).
    private const int FormatOffset = 28;
    private const int SectionOffset = FormatOffset + 16;

    private static readonly byte[] SummaryFormat = new Guid("F29F85E0-4FF9-1068-AB91-08002B27B3D9").ToByteArray();

    /// <summary>Sets both to the moment that everything has in a package.</summary>
    /// <param name="installer">The bytes of the installer, which are changed.</param>
    /// <exception cref="InvalidDataException">There is no summary with two dates.</exception>
    public static void Fix(Span<byte> installer)
    {
        int format = installer.IndexOf(SummaryFormat);
        if (format < FormatOffset)
        {
            throw new InvalidDataException("The installer has no summary.");
        }

        Span<byte> summary = installer[(format - FormatOffset)..];
        Span<byte> section = summary[Number(summary[SectionOffset..])..];
        int found = 0;
        for (int index = 0; index < Number(section[4..]); index++)
        {
            Span<byte> entry = section[(8 + (8 * index))..];
            if (Number(entry) is Created or Saved)
            {
                Set(section[Number(entry[4..])..]);
                found++;
            }
        }

        if (found != 2)
        {
            throw new InvalidDataException("The installer has no summary with two dates.");
        }
    }

    private static void Set(Span<byte> property)
    {
        if (Number(property) != FileTime)
        {
            throw new InvalidDataException("A date of the installer's summary is none.");
        }

        BinaryPrimitives.WriteInt64LittleEndian(property[4..], ReproducibleArchive.Never.ToFileTime());
    }

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);
}

using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Architecture;

/// <summary>A further protocol is a folder of its own, one line of the registration, and what a definition may say.</summary>
public sealed partial class ProtocolSeamTests
{
    private static readonly string Library = Path.Combine(RepositoryFolder.FullPath, "src", "NaccsCert");

    [Fact]
    public void Outside_of_its_folders_a_protocol_is_named_by_the_definition_and_the_registration_alone() =>
        Assert.Equal(
            [
                "Services/EnrollmentConversion.cs",
                "Services/EnrollmentEndpointParser.cs",
                "Services/ServiceDefinitionParser.cs",
                "Transport/Protocols/EnrollmentProtocols.cs",
            ],
            Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Library, path).Replace('\\', '/'))
                .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
                .Where(path => !path.Contains("/Est/", StringComparison.Ordinal) && !path.Contains("/Scep/", StringComparison.Ordinal))
                .Where(path => File.ReadLines(Path.Combine(Library, path)).Any(Names))
                .Order(StringComparer.Ordinal));

    // Comments may explain by a protocol what holds for all.
    private static bool Names(string line) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && ProtocolName().IsMatch(line);

    [GeneratedRegex("""\b(Est|Scep)([A-Z]\w*)?\b|"(est|scep)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ProtocolName();
}

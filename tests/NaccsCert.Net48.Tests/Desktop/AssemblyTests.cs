using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.Versioning;
using NaccsCert.Services;
using Xunit;

namespace NaccsCert.Tests.Desktop;

/// <summary>The assemblies that Windows PowerShell gets, as a desktop runtime sees them.</summary>
public sealed class AssemblyTests
{
    public static TheoryData<string> Shipped => ["BouncyCastle.Cryptography", "NaccsCert", "NaccsCert.Records"];

    public static TheoryData<string, string[]> Texts => new()
    {
        { "NaccsCert", ["NaccsCert.Logging.LogText", "NaccsCert.Resources.Strings"] },
        { "NaccsCert.Records", ["NaccsCert.ErrorText", "NaccsCert.PropertyLabels", "NaccsCert.ValueText"] },
    };

    [Theory]
    [MemberData(nameof(Shipped))]
    public void All_types_of_an_assembly_load(string name) => Assert.NotEmpty(Assembly.Load(name).GetTypes());

    [Theory]
    [InlineData("NaccsCert")]
    [InlineData("NaccsCert.Records")]
    public void What_is_tested_here_is_the_net48_build(string name) => Assert.Equal(
        ".NETFramework,Version=v4.8",
        Assembly.Load(name).GetCustomAttribute<TargetFrameworkAttribute>().FrameworkName);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_have_the_names_by_which_they_are_looked_up_in_both_languages(string assembly, string[] names)
    {
        Assembly shipped = Assembly.Load(assembly);
        Assembly japanese = shipped.GetSatelliteAssembly(CultureInfo.GetCultureInfo("ja"));

        Assert.Empty(names.Select(name => name + ".resources").Except(shipped.GetManifestResourceNames()));
        Assert.Equal(names.Select(name => name + ".ja.resources"), japanese.GetManifestResourceNames().OrderBy(name => name));
    }

    [Fact]
    public void The_built_in_definition_and_its_roots_are_found() =>
        Assert.Equal(2, new ServiceDefinitionSource([]).Load(null).TrustAnchors.Count(anchor => anchor.Certificate is not null));
}

using System.Xml.Linq;

namespace NaccsCert.Build.Package;

/// <summary>The description of the package, as galleries read it.</summary>
internal static class Nuspec
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";

    /// <summary>Composes it.</summary>
    public static XElement Compose(ModuleIdentity module) => new(
        Schema + "package",
        new XElement(
            Schema + "metadata",
            new XElement(Schema + "id", ModuleIdentity.Name),
            new XElement(Schema + "version", module.Version),
            new XElement(Schema + "authors", module.Author),
            new XElement(Schema + "requireLicenseAcceptance", "false"),
            new XElement(Schema + "licenseUrl", module.LicenseUri),
            new XElement(Schema + "projectUrl", module.ProjectUri),
            new XElement(Schema + "description", module.Description),
            new XElement(Schema + "copyright", module.Copyright),
            new XElement(Schema + "tags", module.Tags)));
}

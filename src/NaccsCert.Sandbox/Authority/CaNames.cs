using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Names the client CAs.</summary>
/// <param name="behavior">By which rules.</param>
internal sealed class CaNames(HierarchyBehavior behavior)
{
    /// <summary>The common name of the CA that issues client certificates.</summary>
    public const string Issuing = "NACCS Client CA";

    /// <summary>The name of the CA at a depth: 0 for the root, and the deepest for the one that issues.</summary>
    public X500DistinguishedName At(int depth)
    {
        string name = NameAt(depth);
        return behavior.CaWithoutCommonName
            ? DistinguishedNames.Of([(DistinguishedNames.Organization, DistinguishedNames.Sandbox)], [(DistinguishedNames.OrganizationalUnit, name)])
            : new X500DistinguishedName($"CN={name}, O={DistinguishedNames.Sandbox}");
    }

    private string NameAt(int depth)
    {
        if (depth == behavior.Intermediates)
        {
            return Issuing;
        }

        return depth == 0 ? "NACCS Client Root" : $"NACCS Client CA Level {depth.ToString(CultureInfo.InvariantCulture)}";
    }
}

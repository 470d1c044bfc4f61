using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Validation.Paths;

/// <summary>The names that a CA may and may not give (RFC 5280, section 4.2.1.10).</summary>
/// <param name="Permitted">The subtrees outside of which no name of their kind may lie.</param>
/// <param name="Excluded">The subtrees in which no name may lie.</param>
internal sealed record NameConstraints(IReadOnlyList<GeneralNameParts> Permitted, IReadOnlyList<GeneralNameParts> Excluded)
{
    /// <summary>How many subtrees there are.</summary>
    public int Count => Permitted.Count + Excluded.Count;

    /// <summary>What a certificate says; null when it says nothing.</summary>
    /// <exception cref="FormatException">It cannot be read, or says nothing where it must.</exception>
    public static NameConstraints? Of(CertificateParts certificate)
    {
        if (certificate.Extension(ExtensionIds.NameConstraints) is not { } extension)
        {
            return null;
        }

        List<BerValue> parts = extension.As(BerTag.Sequence).Members();
        var constraints = new NameConstraints(Subtrees(parts, 0), Subtrees(parts, 1));
        return constraints.Count > 0 && constraints.Permitted.Concat(constraints.Excluded).All(NameSubtree.IsWellFormed)
            ? constraints
            : throw new FormatException("no name constraints");
    }

    /// <summary>Whether a name may be given.</summary>
    public bool Allows(GeneralNameParts name)
    {
        if (Excluded.Any(subtree => NameSubtree.MayContain(subtree, name)))
        {
            return false;
        }

        List<GeneralNameParts> permitted = [.. Permitted.Where(subtree => subtree.Kind == name.Kind)];
        return permitted.Count == 0 || permitted.Exists(subtree => NameSubtree.Contains(subtree, name));
    }

    private static List<GeneralNameParts> Subtrees(List<BerValue> parts, int number)
    {
        foreach (BerValue list in parts.Where(part => part.Tag == BerTag.Explicit(number)))
        {
            List<GeneralNameParts> subtrees = [.. list.Members().Select(Base)];
            return subtrees.Count > 0 ? subtrees : throw new FormatException("an empty list of subtrees");
        }

        return [];
    }

    // The distances have no use in this profile, and must be left away.
    private static GeneralNameParts Base(BerValue subtree) =>
        subtree.As(BerTag.Sequence).Members() is { Count: 1 } parts
            ? GeneralNameParts.Of(parts[0])
            : throw new FormatException("a subtree with a distance");
}

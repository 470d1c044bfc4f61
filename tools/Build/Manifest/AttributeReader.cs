using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;

namespace NaccsCert.Build.Manifest;

/// <summary>Reads the constructor arguments of the few attributes that a manifest needs (ECMA-335, II.23.3).</summary>
internal sealed class AttributeReader(MetadataReader metadata)
{
    /// <summary>The name that <c>[Cmdlet(verb, noun)]</c> gives a class; null for a class without it.</summary>
    public string? CmdletName(TypeDefinition type)
    {
        if (Find(type.GetCustomAttributes(), "CmdletAttribute") is not { } attribute)
        {
            return null;
        }

        BlobReader arguments = Arguments(attribute);
        return $"{arguments.ReadSerializedString()}-{arguments.ReadSerializedString()}";
    }

    /// <summary>The names that <c>[Alias(…)]</c> gives a class.</summary>
    public IReadOnlyList<string> Aliases(TypeDefinition type)
    {
        if (Find(type.GetCustomAttributes(), "AliasAttribute") is not { } attribute)
        {
            return [];
        }

        BlobReader arguments = Arguments(attribute);
        var names = new string[arguments.ReadInt32()];
        for (int index = 0; index < names.Length; index++)
        {
            names[index] = arguments.ReadSerializedString() ?? string.Empty;
        }

        return names;
    }

    /// <summary>The text of an attribute of the assembly that takes one text.</summary>
    /// <exception cref="InvalidDataException">The assembly does not carry it.</exception>
    public string OfAssembly(string attributeName)
    {
        if (Find(metadata.GetAssemblyDefinition().GetCustomAttributes(), attributeName) is not { } attribute)
        {
            throw new InvalidDataException($"The assembly carries no {attributeName}.");
        }

        return Arguments(attribute).ReadSerializedString() ?? string.Empty;
    }

    private CustomAttribute? Find(CustomAttributeHandleCollection attributes, string name)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MemberReference && TypeName(attribute) == name)
            {
                return attribute;
            }
        }

        return null;
    }

    private string TypeName(CustomAttribute attribute)
    {
        EntityHandle type = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return type.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name)
            : string.Empty;
    }

    private BlobReader Arguments(CustomAttribute attribute)
    {
        BlobReader arguments = metadata.GetBlobReader(attribute.Value);
        arguments.ReadUInt16();
        return arguments;
    }
}

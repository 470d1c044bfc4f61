using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace NaccsCert.Build.Views;

/// <summary>Composes a type file (about_Types.ps1xml): states go to jobs, files and other computers as the words that they are.</summary>
internal static class TypesFile
{
    /// <summary>Writes what the types of the records need.</summary>
    /// <param name="path">The file to write.</param>
    public static void Write(string path) =>
        WindowsText.Write(path, Compose(typeof(OperationResult).Assembly.GetExportedTypes().Where(type => type.IsEnum)));

    private static XDocument Compose(IEnumerable<Type> states) => new(
        new XElement("Types", states.OrderBy(type => type.FullName, StringComparer.Ordinal).Select(AsText)));

    private static XElement AsText(Type type) => new(
        "Type",
        new XElement("Name", type.FullName),
        new XElement(
            "Members",
            new XElement(
                "MemberSet",
                new XElement("Name", "PSStandardMembers"),
                new XElement(
                    "Members",
                    new XElement(
                        "NoteProperty",
                        new XElement("Name", "SerializationMethod"),
                        new XElement("Value", "String"))))));
}

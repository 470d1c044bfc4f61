using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace NaccsCert.Build.Views;

/// <summary>
/// Composes a type file (about_Types.ps1xml): states go to jobs, files and other computers as the words that they are, and records that
/// are shown without a view show what matters.
/// </summary>
internal static class TypesFile
{
    /// <summary>Writes what the types of the records need.</summary>
    /// <param name="path">The file to write.</param>
    public static void Write(string path) => WindowsText.Write(path, Compose(
        typeof(OperationResult).Assembly.GetExportedTypes().Where(type => type.IsEnum).OrderBy(type => type.FullName, StringComparer.Ordinal),
        Views.All));

    private static XDocument Compose(IEnumerable<Type> states, IEnumerable<View> views) => new(
        new XElement("Types", states.Select(AsText), views.SelectMany(Summaries)));

    private static XElement AsText(Type type) => Standard(
        type.FullName!,
        new XElement("NoteProperty", new XElement("Name", "SerializationMethod"), new XElement("Value", "String")));

    // A record that came from a job, a file or another computer has a type of its own.
    private static IEnumerable<XElement> Summaries(View view) =>
        new[] { string.Empty, "Deserialized." }.Select(prefix => Standard(
            prefix + view.Type.FullName,
            new XElement(
                "PropertySet",
                new XElement("Name", "DefaultDisplayPropertySet"),
                new XElement("ReferencedProperties", view.Summary.Select(property => new XElement("Name", property))))));

    private static XElement Standard(string type, XElement member) => new(
        "Type",
        new XElement("Name", type),
        new XElement(
            "Members",
            new XElement("MemberSet", new XElement("Name", "PSStandardMembers"), new XElement("Members", member))));
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NaccsCert.Tests.Policies;

/// <summary>The template that is shipped, as the Group Policy editor reads it.</summary>
internal static partial class PolicyTemplate
{
    /// <summary>The namespace of ADMX and ADML files.</summary>
    public static readonly XNamespace Namespace = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions";

    /// <summary>The languages of the texts.</summary>
    public static readonly string[] Languages = ["en-US", "ja-JP"];

    /// <summary>All files by their path in the module's folder of templates.</summary>
    public static IEnumerable<string> Files => Languages.Select(TextFile).Prepend("NaccsCert.admx");

    /// <summary>The policies.</summary>
    public static XDocument Definitions { get; } = Load("NaccsCert.admx");

    /// <summary>The elements that are policies.</summary>
    public static IReadOnlyList<XElement> Policies { get; } = [.. Definitions.Descendants(Namespace + "policy")];

    /// <summary>The policy of a setting.</summary>
    public static XElement Policy(string setting) => Policies.Single(policy => (string?)policy.Attribute("name") == setting);

    /// <summary>The file of the texts in a language.</summary>
    public static string TextFile(string language) => Path.Combine(language, "NaccsCert.adml");

    /// <summary>The texts in a language.</summary>
    public static XDocument Texts(string language) => Load(TextFile(language));

    /// <summary>One text in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="reference">How an attribute names it: <c>$(string.id)</c>.</param>
    public static string Text(string language, XAttribute? reference) =>
        (string)Texts(language).Descendants(Namespace + "string").Single(text => (string?)text.Attribute("id") == IdIn(reference!));

    /// <summary>What stands in the dialog of a policy, in a language.</summary>
    public static XElement Presentation(string language, XElement policy) => Texts(language).Descendants(Namespace + "presentation")
        .Single(presentation => (string?)presentation.Attribute("id") == IdIn(policy.Attribute("presentation")!));

    /// <summary>The id in a reference such as <c>$(string.id)</c>.</summary>
    public static string IdIn(XAttribute reference) => ReferencePattern().Match(reference.Value).Groups["id"].Value;

    /// <summary>The ids that attributes refer to.</summary>
    /// <param name="table"><c>string</c> or <c>presentation</c>.</param>
    public static IEnumerable<string> References(string table) => Definitions.Descendants().Attributes()
        .Select(attribute => ReferencePattern().Match(attribute.Value))
        .Where(match => match.Success && match.Groups["table"].Value == table)
        .Select(match => match.Groups["id"].Value);

    /// <summary>What the editor writes into the registry for a value element.</summary>
    public static object Value(XElement element) => element.Elements().Single() switch
    {
        { Name.LocalName: "string" } text => text.Value,
        { Name.LocalName: "decimal" } number => Number(number, "value"),
        { Name: var name } => throw new InvalidDataException($"{name} is no value of a setting."),
    };

    /// <summary>A number in an attribute.</summary>
    public static int Number(XElement element, string attribute) =>
        int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static XDocument Load(string file) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "policy", file), LoadOptions.SetLineInfo);

    [GeneratedRegex(@"^\$\((?<table>string|presentation)\.(?<id>\w+)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ReferencePattern();
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace NaccsCert.Tests.Policies;

/// <summary>The form of the files, which the Group Policy editor is strict about ([MS-GPREG], section 5; ADMX schema 1.0).</summary>
public sealed class PolicyTemplateFormatTests
{
    // The children that an element may have, in the order in which they have to stand.
    private static readonly Dictionary<string, string[]> Order = new(StringComparer.Ordinal)
    {
        ["policyDefinitions"] = ["policyNamespaces", "supersededAdm", "annotation", "resources", "supportedOn", "categories", "policies"],
        ["policyNamespaces"] = ["target", "using"],
        ["definitions"] = ["definition"],
        ["categories"] = ["category"],
        ["category"] = ["annotation", "parentCategory", "seeAlso", "keywords"],
        ["policies"] = ["policy"],
        ["policy"] =
            ["annotation", "parentCategory", "seeAlso", "keywords", "supportedOn", "enabledValue", "disabledValue", "enabledList", "disabledList", "elements"],
        ["enum"] = ["item"],
        ["item"] = ["value", "valueList"],
        ["policyDefinitionResources"] = ["displayName", "description", "annotation", "resources"],
        ["stringTable"] = ["string"],
        ["presentationTable"] = ["presentation"],
        ["textBox"] = ["label", "defaultValue"],
    };

    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["policyDefinitions"] = ["revision", "schemaVersion"],
        ["policyDefinitionResources"] = ["revision", "schemaVersion"],
        ["target"] = ["prefix", "namespace"],
        ["category"] = ["name", "displayName", "explainText"],
        ["definition"] = ["name", "displayName"],
        ["policy"] = ["name", "class", "displayName", "explainText", "key"],
        ["parentCategory"] = ["ref"],
        ["item"] = ["displayName"],
        ["presentation"] = ["id"],
        ["textBox"] = ["refId"],
        ["decimalTextBox"] = ["refId"],
        ["dropdownList"] = ["refId"],
    };

    public static TheoryData<string> Files => [.. PolicyTemplate.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_UTF_8_and_says_so(string file)
    {
        byte[] content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "policy", file));

        string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content);

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Elements_stand_in_the_order_of_the_schema_with_the_attributes_that_it_wants(string file)
    {
        XElement root = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "policy", file)).Root!;

        Assert.Equal(file == "NaccsCert.admx" ? "policyDefinitions" : "policyDefinitionResources", root.Name.LocalName);
        Assert.Equal(("1.0", "1.0"), ((string?)root.Attribute("revision"), (string?)root.Attribute("schemaVersion")));
        Assert.All(root.DescendantsAndSelf(), element =>
        {
            Assert.Equal(PolicyTemplate.Namespace, element.Name.Namespace);
            string[] order = Order.GetValueOrDefault(element.Name.LocalName, []);
            int[] places = [.. element.Elements().Select(child => Array.IndexOf(order, child.Name.LocalName))];
            Assert.True(order.Length == 0 || (!places.Contains(-1) && places.SequenceEqual(places.Order())), $"{element.Name.LocalName} holds something out of order.");
            Assert.All(Required.GetValueOrDefault(element.Name.LocalName, []), name => Assert.False(string.IsNullOrEmpty((string?)element.Attribute(name))));
        });
    }

    [Fact]
    public void It_refers_to_nothing_outside_of_itself()
    {
        XDocument template = PolicyTemplate.Definitions;

        Assert.Empty(template.Descendants(PolicyTemplate.Namespace + "using"));
        Assert.All(PolicyTemplate.Policies, policy =>
        {
            Assert.Contains(Reference(policy, "parentCategory"), Names("category"));
            Assert.Contains(Reference(policy, "supportedOn"), Names("definition"));
        });
    }

    [Fact]
    public void Names_and_ids_are_words_and_no_name_stands_for_two()
    {
        string[] policies = [.. Names("policy")];
        IEnumerable<string> ids = PolicyTemplate.Definitions.Descendants().Attributes("id").Select(id => id.Value);

        Assert.Equal(policies.Distinct(), policies);
        Assert.All([.. policies, .. Names("category"), .. Names("definition"), .. ids], name => Assert.Matches(@"^\w+$", name));
    }

    private static IEnumerable<string> Names(string element) =>
        PolicyTemplate.Definitions.Descendants(PolicyTemplate.Namespace + element).Attributes("name").Select(name => name.Value);

    private static string? Reference(XElement policy, string element) =>
        (string?)policy.Element(PolicyTemplate.Namespace + element)?.Attribute("ref");
}

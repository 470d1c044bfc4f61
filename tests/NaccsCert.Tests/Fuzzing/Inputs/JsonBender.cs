using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>Rebuilds JSON with some of its values replaced by what the place is not made for.</summary>
internal static class JsonBender
{
    private const string Place = "@place@";

    private static readonly string[] Values =
    [
        "null", "true", "{}", "[]", "0", "-1", "1e400", "-1e400", "99999999999999999999999", "1.5", "0.1e1", "2147483647",
        "2147483648", "\"\"", "\" \"", "\"\\u0000\"", "\"\\uD800\"", "\"\\uDC00\\uD800\"", "\"\\uFFFE\"", "\"\\u0001\\u001F\"",
        "\"\u2028\"", "\"\U0001F510\"", "\"P1Y\"", "\"P\"", "\"PT\"", "\"P99Y999M99999D\"", "\"24:00\"", "\"00:00\"", "\"Tuesday,Friday\"",
        "\"1\"", "\"../../../etc/passwd\"", "\"C:\\\\x\"", "\"file:///etc/passwd\"", "\"https://a b/\"", "\"https://x:99999/\"",
        "\"https://%\"", "\"https://[::1%25eth0]/\"", "\"https://\\uD800/\"", "\"https:///\"", "\"https://x/%zz//\"", "\"https:\"",
        "\"https://x/..//../\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"", "\"0000-00-00T00:00:00Z\"",
        "\"AAAA\"", "\"====\"", "\"MAA=\"", "\"Etc/GMT+12\"", "\"Pacific/Apia\"", "\"\\u0000/x\"", "\"/\"", "\"Asia\"",
        "nul", "tru", "'x'", "NaN", "Infinity", "undefined", "// x\n1", "\"\\x\"", "\"\\u12\"", "\"unclosed", "[1,]", "{,}", "{\"a\":1,\"a\":2}",
        "{\"__type\":\"x\"}", "{\"type\":\"object\"}", "{\"\":1}", "{\"a b\":1}", "{\"xmlns\":\"x\"}", "{\"a:item\":1}", "{\"item\":1}", "{\"\\uD800\":1}",
    ];

    /// <summary>Bends a sample; the text may end up as anything but JSON.</summary>
    public static string Bend(byte[] sample, Random random)
    {
        string text = Encoding.UTF8.GetString(sample).TrimStart('\uFEFF');
        try
        {
            for (int changes = 1 + random.Next(3); changes > 0; changes--)
            {
                text = Change(text, random);
            }
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException
            or InvalidOperationException or ArgumentException)
        {
            // Bent enough: it is no JSON any more, or holds half a character or a name twice.
        }

        return text;
    }

    private static string Change(string text, Random random)
    {
        if (JsonNode.Parse(text) is not JsonObject root)
        {
            return text;
        }

        JsonNode[] nodes = [.. All(root).Where(node => node.Parent is not null)];
        if (nodes.Length == 0)
        {
            return text;
        }

        JsonNode node = nodes[random.Next(nodes.Length)];
        switch (random.Next(6))
        {
            case 0 when node.Parent is JsonObject parent:
                parent.Remove(node.GetPropertyName());
                return root.ToJsonString();
            case 1:
                node.ReplaceWith(nodes[random.Next(nodes.Length)].DeepClone());
                return root.ToJsonString();
            case 2 when node.Parent is JsonArray array:
                array.Insert(0, node.DeepClone());
                return root.ToJsonString();
            case 3:
                node.ReplaceWith(Place);
                return root.ToJsonString().Replace($"\"{Place}\"", Deep(random), StringComparison.Ordinal);
            default:
                node.ReplaceWith(Place);
                return root.ToJsonString().Replace($"\"{Place}\"", Values[random.Next(Values.Length)], StringComparison.Ordinal);
        }
    }

    private static string Deep(Random random)
    {
        int levels = random.Next(400);
        return string.Concat(Enumerable.Repeat("[", levels)) + Values[random.Next(Values.Length)] + string.Concat(Enumerable.Repeat("]", levels));
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(All).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };
}

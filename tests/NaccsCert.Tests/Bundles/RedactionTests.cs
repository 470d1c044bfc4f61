using System.Text;
using NaccsCert.Support;
using Xunit;

namespace NaccsCert.Tests.Bundles;

/// <summary>What others have written into addresses and definitions does not reach the support desk.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("http://taro:secret@proxy:8080/", "http://***@proxy:8080/")]
    [InlineData("\"http://taro:se@cret@proxy\", \"b\"", "\"http://***@proxy\", \"b\"")]
    [InlineData("https://taro%40example:x@host", "https://***@host")]
    [InlineData("http://taro:秘密＠proxy", "http://***@proxy")]
    [InlineData("http:\\u002f\\u002f and ://a:b\\uff20host", "http:\\u002f\\u002f and ://***@host")]
    [InlineData("https://host/path taro@example.co.jp", "https://host/path taro@example.co.jp")]
    public void User_and_password_are_taken_out_of_addresses(string text, string expected) =>
        Assert.Equal(expected, Text(Redaction.OfAddresses(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("{\"password\": \"{code2}{code3}\"}", "{\"password\": \"{code2}{code3}\"}")]
    [InlineData("{\"password\": \"{code2}-{code3}\"}", "{\"password\": \"{code2}-{code3}\"}")]
    [InlineData("{\"password\" : \"{code2}hidden\"}", "{\"password\" : \"***\"}")]
    [InlineData("{\"challengePassword\":\"a\\\"b\", \"user\": \"naccs\"}", "{\"challengePassword\":\"***\", \"user\": \"naccs\"}")]
    public void A_password_of_a_definition_is_hidden_and_the_places_of_codes_are_not(string text, string expected) =>
        Assert.Equal(expected, Text(Redaction.OfDefinition(Encoding.UTF8.GetBytes(text))));

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);
}

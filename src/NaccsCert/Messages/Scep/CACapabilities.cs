using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace NaccsCert.Messages.Scep;

/// <summary>What a CA says it can do (RFC 8894, section 3.5.2): words in lines, of which unknown ones are passed over.</summary>
internal sealed class CACapabilities
{
    private readonly HashSet<string> _keywords;

    private CACapabilities(IEnumerable<string> keywords) => _keywords = new HashSet<string>(keywords, StringComparer.OrdinalIgnoreCase);

    /// <summary>A CA that says nothing, as those of the time before do.</summary>
    public static CACapabilities None { get; } = new([]);

    /// <summary>Whether a current certificate can sign the request for its successor.</summary>
    public bool Renewal => Has("Renewal");

    /// <summary>Whether messages can be posted.</summary>
    public bool Post => IsStandard || Has("POSTPKIOperation");

    /// <summary>Whether AES-128-CBC is understood.</summary>
    public bool Aes => IsStandard || Has("AES");

    /// <summary>Whether SHA-256 is understood.</summary>
    public bool Sha256 => IsStandard || Has("SHA-256");

    /// <summary>Whether SHA-512 is understood.</summary>
    public bool Sha512 => Has("SHA-512");

    private bool IsStandard => Has("SCEPStandard");

    /// <summary>Reads the answer to GetCACaps.</summary>
    /// <param name="content">The body of the answer; what is no such answer has no words that are known.</param>
    public static CACapabilities Parse(byte[] content) => new(
        Encoding.ASCII.GetString(content).Split('\r', '\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    /// <summary>The words, for people.</summary>
    public override string ToString() =>
        _keywords.Count == 0 ? "-" : string.Join(", ", _keywords.OrderBy(keyword => keyword, StringComparer.Ordinal));

    private bool Has(string keyword) => _keywords.Contains(keyword);
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Messages;

/// <summary>Addresses in certificates that can be asked over HTTP.</summary>
internal static class HttpAddresses
{
    /// <summary>The HTTP and HTTPS addresses among names (RFC 5280, section 4.2.1.6), in their order.</summary>
    /// <param name="names">Names of any kind.</param>
    public static IEnumerable<Uri> In(IEnumerable<GeneralNameParts> names) => names
        .Where(name => name.Kind == GeneralNameParts.Uri)
        .Select(name => Uri.TryCreate(name.Text, UriKind.Absolute, out Uri? address) ? address : null)
        .OfType<Uri>()
        .Where(address => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}

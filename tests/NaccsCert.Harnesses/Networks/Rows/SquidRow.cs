using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.Harnesses.Networks.Proxies;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>What rows with a squid have in common.</summary>
internal static class SquidRow
{
    /// <summary>A password that no user has.</summary>
    public const string WrongPassword = "sesame";

    /// <summary>Makes a row.</summary>
    /// <param name="schemes">What squid offers.</param>
    /// <param name="credential">The credential, in words.</param>
    /// <param name="client">How the client is set up.</param>
    /// <param name="expected">What is to come of it.</param>
    /// <param name="shown">The schemes of the credentials that squid is to be shown, besides requests without any.</param>
    public static Row Of(
        SquidSchemes schemes,
        string credential,
        ClientOptions client,
        IReadOnlyDictionary<Operation, string> expected,
        params string[] shown) =>
        new("squid " + NameOf(schemes), credential)
        {
            StartProxy = async (_, token) => await Squid.StartAsync(schemes, token),
            Client = client,
            Expected = expected,
            Shown = [.. shown.Append(Squid.NoCredential).Order(StringComparer.Ordinal)],
        };

    /// <summary>A user's name and password.</summary>
    public static ClientOptions As(SquidUser user, string? authentication = null) =>
        ClientOptions.Plain with { User = user.Name, Password = user.Password, Authentication = authentication };

    private static string NameOf(SquidSchemes schemes) => schemes switch
    {
        SquidSchemes.Basic => "Basic",
        SquidSchemes.Ntlm => "NTLM",
        _ => "NTLM and Basic",
    };
}

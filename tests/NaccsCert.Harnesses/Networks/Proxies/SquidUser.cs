namespace NaccsCert.Harnesses.Networks.Proxies;

/// <summary>A user whom squid knows.</summary>
/// <param name="Name">The name.</param>
/// <param name="Password">The password.</param>
internal sealed record SquidUser(string Name, string Password)
{
    /// <summary>Somebody who signs in with Basic and with NTLM.</summary>
    public static SquidUser Taro { get; } = new("taro", "sésame:9");

    /// <summary>Somebody whose name and password no ISO 8859-1 can write.</summary>
    public static SquidUser Yamada { get; } = new("山田", "合言葉ひらけごま");

    /// <summary>The domain of NTLM.</summary>
    public const string Domain = "TOKYO";
}

namespace NaccsCert.Sandbox.Codes;

/// <summary>The one-time codes of one logical terminal.</summary>
internal sealed record CodeSet(string Terminal, string Code1, string Code2, string Code3)
{
    /// <summary>How the codes map to Basic credentials, as the service definition says it too.</summary>
    public const string UserTemplate = "{code1}";

    /// <inheritdoc cref="UserTemplate"/>
    public const string PasswordTemplate = "{code2}{code3}";

    public string User => Code1;

    public string Password => Code2 + Code3;
}

namespace NaccsCert.PowerShell.Commands;

/// <summary>Where the help pages of the commands are online, for <c>Get-Help -Online</c>.</summary>
internal static class HelpAddress
{
    /// <summary>The folder of the English pages, each named after its command.</summary>
    public const string Pages = "https://github.com/naccscert/naccscert/blob/main/docs/en-US/";
}

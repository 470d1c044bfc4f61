using System.Linq;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>The command lines behind the choices of the assistant.</summary>
/// <param name="Service">The service definition that the user named; null for none.</param>
/// <param name="StoreName">The store that the user named; null for the usual one.</param>
internal sealed record AssistantCommands(string? Service, string? StoreName)
{
    /// <summary>Enrolls a certificate; the command itself asks for the codes.</summary>
    public string Enroll => InStore("Request-NaccsCertificate");

    /// <summary>Lists the certificates.</summary>
    public string List => InStore("Get-NaccsCertificate");

    /// <summary>Tests the certificates.</summary>
    public string Test => InStore("Test-NaccsCertificate");

    /// <summary>Tests the hosts.</summary>
    public string Connect => InStore("Test-NaccsConnectivity");

    /// <summary>Shows the reminder.</summary>
    public string Reminder => CommandLine.Of("Get-NaccsRenewalReminder", (nameof(Service), Service));

    /// <summary>Removes the reminder.</summary>
    public static string Unregister => "Unregister-NaccsRenewalReminder";

    /// <summary>Shows the version of the module.</summary>
    public static string Version => "Get-Module -Name NaccsCert | Format-List -Property Name, Version, Path";

    /// <summary>Renews a certificate.</summary>
    /// <param name="thumbprint">The certificate; null for every one that is due.</param>
    public string Renew(string? thumbprint) => CommandLine.Of(
        "Update-NaccsCertificate", (nameof(NaccsCertificate.Thumbprint), thumbprint), (nameof(StoreName), StoreName), (nameof(Service), Service));

    /// <summary>Registers the reminder.</summary>
    /// <param name="autoRenew">Whether it renews.</param>
    /// <param name="startMenuEntry">Whether the assistant gets an entry in the Start menu.</param>
    public string Register(bool autoRenew, bool startMenuEntry) => Switched(
        CommandLine.Of("Register-NaccsRenewalReminder", (nameof(Service), Service)),
        (autoRenew, "-AutoRenew"),
        (startMenuEntry, "-StartMenuEntry"));

    /// <summary>Makes the support bundle.</summary>
    /// <param name="connectivity">Whether the hosts are tested for it.</param>
    public string Export(bool connectivity) => Switched(InStore("Export-NaccsSupportBundle"), (connectivity, "-Connectivity"));

    private string InStore(string command) => CommandLine.Of(command, (nameof(StoreName), StoreName), (nameof(Service), Service));

    private static string Switched(string line, params (bool IsOn, string Name)[] switches) =>
        string.Join(" ", switches.Where(one => one.IsOn).Select(one => one.Name).Prepend(line));
}

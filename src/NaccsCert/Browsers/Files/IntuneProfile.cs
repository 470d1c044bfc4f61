using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.IO.Json;

namespace NaccsCert.Browsers.Files;

/// <summary>
/// Writes entries as a policy of Intune's settings catalog, in the form in which Microsoft Graph takes it and Intune exports and imports
/// it (<c>deviceManagementConfigurationPolicy</c>).
/// </summary>
/// <remarks>
/// The ids of the settings are made from the policy's name in the administrative template, as those of all settings that Intune takes
/// from templates are. Microsoft publishes no list of them outside a tenant.
/// </remarks>
internal static class IntuneProfile
{
    private const string Graph = "#microsoft.graph.deviceManagementConfiguration";

    /// <summary>Writes it.</summary>
    /// <param name="policies">The entries. Those of browsers that Intune does not know are left out.</param>
    /// <param name="scope">For the computer or for the user.</param>
    /// <param name="name">The name of the policy, for people.</param>
    /// <returns>The text, of ASCII characters alone.</returns>
    public static string Write(IReadOnlyList<NaccsBrowserPolicy> policies, PolicySource scope, string name)
    {
        string[] settings =
        [
            .. policies.GroupBy(policy => policy.Browser)
                .Where(entries => BrowserProduct.Of(entries.Key).IntuneCategory is not null)
                .Select((entries, index) => Setting(index, IdOf(BrowserProduct.Of(entries.Key), scope), entries)),
        ];
        return Encoding.ASCII.GetString(JsonText.Document(
            JsonText.Text("@odata.type", Graph + "Policy"),
            JsonText.Text("name", name),
            JsonText.Text("platforms", "windows10"),
            JsonText.Text("technologies", "mdm"),
            JsonText.Array("roleScopeTagIds", [JsonText.Quote("0")]),
            JsonText.Array("settings", settings))).TrimEnd();
    }

    private static string IdOf(BrowserProduct browser, PolicySource scope) =>
        $"{(scope == PolicySource.Computer ? "device" : "user")}_vendor_msft_policy_config_{browser.IntuneCategory}_autoselectcertificateforurls";

    private static string Setting(int index, string id, IEnumerable<NaccsBrowserPolicy> entries) => JsonText.Object(
        JsonText.Text("id", $"{index}"),
        Member("settingInstance", JsonText.Object(
            JsonText.Text("@odata.type", Graph + "ChoiceSettingInstance"),
            JsonText.Text("settingDefinitionId", id),
            Member("choiceSettingValue", JsonText.Object(
                JsonText.Text("@odata.type", Graph + "ChoiceSettingValue"),
                JsonText.Text("value", id + "_1"),
                JsonText.Array("children", [Collection(id, entries)]))))));

    private static string Collection(string id, IEnumerable<NaccsBrowserPolicy> entries) => JsonText.Object(
        JsonText.Text("@odata.type", Graph + "SimpleSettingCollectionInstance"),
        JsonText.Text("settingDefinitionId", id + "_autoselectcertificateforurlsdesc"),
        JsonText.Array("simpleSettingCollectionValue", entries.Select(entry => JsonText.Object(
            JsonText.Text("@odata.type", Graph + "StringSettingValue"),
            JsonText.Text("value", entry.Value)))));

    private static string Member(string name, string value) => $"{JsonText.Quote(name)}:{value}";
}

using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>A session in Japanese. The certificate of the session before is still in the store.</summary>
internal static class JapaneseChecks
{
    private const string Area = "Japanese";

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(Area, "the session is Japanese", "[cultureinfo]::CurrentUICulture.Name", "ja-JP"),
        new(
            Area,
            "errors tell what happened and what to do",
            """
            try { Get-NaccsMaintenanceWindow -Service nobody }
            catch { $_.Exception.Message; $_.Exception.RecommendedAction }
            """,
            "サービス定義 nobody が見つかりません(both, naccs, user)。, "
            + "-Service には、Tabキーで補完される名前か、読み取り可能なJSONファイルのパスを指定してください。"),
        new(
            Area,
            "the certificate's reason",
            "(Get-NaccsCertificate).Reason",
            "秘密鍵がありません。"),
        new(
            Area,
            "dates are those of other cultures, also with the Japanese calendar",
            """
            $japanese = [cultureinfo]::new('ja-JP')
            $japanese.DateTimeFormat.Calendar = [System.Globalization.JapaneseCalendar]::new()
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $japanese
            (Get-NaccsMaintenanceWindow 1)[-1].ServiceStart.ToString('ddd HH:mm', [cultureinfo]::InvariantCulture)
            """,
            "Tue 22:00"),
    ];
}

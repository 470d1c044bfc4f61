namespace NaccsCert.PowerShell.Assistant;

/// <summary>What the assistant can be asked for, in the order of its menu (manual 4).</summary>
internal enum AssistantChoice
{
    /// <summary>証明書の新規登録.</summary>
    Enroll,

    /// <summary>証明書の更新.</summary>
    Renew,

    /// <summary>証明書の確認.</summary>
    Check,

    /// <summary>接続の確認.</summary>
    Connect,

    /// <summary>更新のお知らせの設定.</summary>
    Remind,

    /// <summary>バージョン情報.</summary>
    Version,

    /// <summary>サポート情報の作成.</summary>
    Support,

    /// <summary>終了.</summary>
    Exit,
}

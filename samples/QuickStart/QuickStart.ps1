# Shows the whole life of a NACCS client certificate with the module's own commands. The three codes are read from standard
# input, a line each, since PowerShell asks for secrets at a terminal only.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $Service
)

$ErrorActionPreference = 'Stop'
Import-Module $ModulePath

function Read-Code {
    $code = [securestring]::new()
    foreach ($character in [Console]::In.ReadLine().ToCharArray()) { $code.AppendChar($character) }
    $code
}

$headings = if ([cultureinfo]::CurrentUICulture.TwoLetterISOLanguageName -eq 'ja') {
    '1. すべてのホストに接続できるかどうかを確認します。'
    '2. 3つの認証コードで、証明書を新規登録します。'
    '3. 証明書がストアに登録されています。'
    '4. 証明書を使用できることを確認します。'
    '5. 新しい鍵で、証明書を更新します。'
    '6. 旧証明書は秘密鍵とともに残り、アーカイブされます。'
    '完了: 新規登録、一覧、確認、更新を行いました。'
}
else {
    '1. Can every host be reached?'
    '2. Three codes become a certificate.'
    '3. The certificate is in the store.'
    '4. It works.'
    '5. It is renewed, with a new key.'
    '6. The old certificate stays with its key, and is archived.'
    'Done: enrolled, listed, checked and renewed.'
}

'', $headings[0] | Out-Host
Test-NaccsConnectivity -Service $Service | Out-Host

$headings[1] | Out-Host
$codes = @{ AuthCode1 = Read-Code; AuthCode2 = Read-Code; AuthCode3 = Read-Code }
$enrolled = Request-NaccsCertificate @codes -Service $Service
$enrolled | Out-Host

$headings[2] | Out-Host
Get-NaccsCertificate -Service $Service | Out-Host

$headings[3] | Out-Host
$test = Get-NaccsCertificate -Service $Service | Test-NaccsCertificate -Service $Service -CheckRevocation
$test.Checks | Out-Host

$headings[4] | Out-Host
$renewed = Update-NaccsCertificate -Service $Service
$renewed | Out-Host

$headings[5] | Out-Host
$certificates = Get-NaccsCertificate -Service $Service -IncludeArchived
$certificates | Out-Host

$expected = 'Enrolled', 'Passed', 'Renewed', 'Superseded'
$found = $enrolled.Status, $test.Checks[1].Status, $renewed.Status, $certificates[1].Status
if ("$found" -ne "$expected") {
    "Expected $expected, but found $found." | Out-Host
    exit 1
}

$headings[6] | Out-Host

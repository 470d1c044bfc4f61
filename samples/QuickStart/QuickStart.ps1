# Rehearses the whole life of a NACCS client certificate with the module's own commands.
# The PowerShell engine alone has no Write-Host, so headings are plain output.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $Service
)

$ErrorActionPreference = 'Stop'
Import-Module $ModulePath

'', '1. Can every host be reached?' | Out-Host
Test-NaccsConnectivity -Service $Service | Out-Host

'2. Three codes become a certificate.' | Out-Host
$enrolled = Request-NaccsCertificate -Service $Service
$enrolled | Out-Host

'3. The certificate is in the store.' | Out-Host
Get-NaccsCertificate -Service $Service | Out-Host

'4. It works.' | Out-Host
$test = Get-NaccsCertificate -Service $Service | Test-NaccsCertificate -Service $Service -CheckRevocation
$test.Checks | Out-Host

'5. It is renewed, with a new key.' | Out-Host
$renewed = Update-NaccsCertificate -Service $Service
$renewed | Out-Host

'6. The old certificate stays, and is shown as superseded.' | Out-Host
$certificates = Get-NaccsCertificate -Service $Service
$certificates | Out-Host

$expected = 'Enrolled', 'Passed', 'Renewed', 'Superseded'
$found = $enrolled.Status, $test.Checks[1].Verdict, $renewed.Status, $certificates[1].Status
if ("$found" -ne "$expected") {
    "Expected $expected, but found $found." | Out-Host
    exit 1
}

'Done: enrolled, listed, checked and renewed.' | Out-Host

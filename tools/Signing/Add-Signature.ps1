<#
.SYNOPSIS
Signs what PowerShell and Windows check of a module (Authenticode): its assemblies, scripts, manifest and views, or its installer.

.DESCRIPTION
On Windows it signs with Set-AuthenticodeSignature, elsewhere with osslsigncode 2.8 or later. What others have signed keeps
their signature. A file that cannot be signed ends it, so that nothing is shipped half signed.

.EXAMPLE
./tools/Signing/Add-Signature.ps1 -Path ./out/signed/NaccsCert -Certificate ./signing.pfx -Password (Read-Host -AsSecureString)
#>
[CmdletBinding()]
param(
    # The folder of the module, or of the installer.
    [Parameter(Mandatory)] [string] $Path,

    # A PKCS#12 file with a certificate for code signing and its key; on Windows also the thumbprint of one in the user's store.
    [Parameter(Mandatory)] [string] $Certificate,

    # The password of the file.
    [securestring] $Password = [securestring]::new(),

    # The address of a time stamp authority (RFC 3161), which lets signatures outlive the certificate.
    [string] $TimestampServer = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Add-WindowsSignature([IO.FileInfo[]] $File, [string] $Signer, [securestring] $Secret, [string] $TimeServer) {
    $certificate = if (Test-Path $Signer -PathType Leaf) {
        # Get-PfxCertificate of Windows PowerShell takes no password.
        [Security.Cryptography.X509Certificates.X509Certificate2]::new((Convert-Path $Signer), $Secret)
    }
    else { Get-Item "Cert:\CurrentUser\My\$Signer" }
    $time = if ($TimeServer) { @{ TimestampServer = $TimeServer } } else { @{} }
    foreach ($one in $File | Where-Object { (Get-AuthenticodeSignature $_.FullName).Status -eq 'NotSigned' }) {
        $signature = Set-AuthenticodeSignature $one.FullName -Certificate $certificate -HashAlgorithm SHA256 @time
        if (-not $signature.SignerCertificate) { throw "$($one.Name): $($signature.StatusMessage)" }
    }
}

function Add-OpenSignature([IO.FileInfo[]] $File, [string] $Signer, [securestring] $Secret, [string] $TimeServer) {
    if (-not (Get-Command osslsigncode -CommandType Application -ErrorAction Ignore)) { throw 'Signing takes osslsigncode 2.8 or later here.' }
    $time = if ($TimeServer) { '-ts', $TimeServer } else { @() }
    foreach ($one in $File) {
        $signed = "$($one.FullName).signed"
        # Standard input is where no other process can read the password.
        $said = [Net.NetworkCredential]::new('', $Secret).Password |
            osslsigncode sign -pkcs12 $Signer -readpass - -h sha256 @time -in $one.FullName -out $signed 2>&1
        if ($LASTEXITCODE -ne 0) { throw "$($one.Name): $said" }
        Move-Item $signed $one.FullName -Force
    }
}

$files = @(Get-ChildItem $Path -Recurse -Include *.dll, *.ps1, *.psd1, *.ps1xml, *.msi -Exclude BouncyCastle.*)
$windows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows
$sign = if ($windows) { 'Add-WindowsSignature' } else { 'Add-OpenSignature' }
& $sign $files $Certificate $Password $TimestampServer
"Signed: $($files.Count) files."

# A certificate service of its own for the suite, a store that no user has, and a home that is thrown away.
Set-StrictMode -Version Latest

$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
$sandbox = [IO.Path]::Combine($root, 'src', 'NaccsCert.Sandbox', 'bin', 'Release', 'net10.0', 'NaccsCert.Sandbox.dll')

<#
.SYNOPSIS
Starts the service and waits until it listens. Gives what tests need of it.
#>
function Open-Rehearsal([string] $Validity = 'P20D', [string] $ApprovalDelay = 'PT0S') {
    $data = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'naccscert-' + [guid]::NewGuid().ToString('N'))
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$sandbox`" serve --data `"$data`" --validity $Validity --approval-delay $ApprovalDelay")
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    do { $line = $process.StandardOutput.ReadLine() } until ($null -eq $line -or $line -like 'listening *')
    [pscustomobject] @{
        Process = $process
        Data = $data
        Service = [IO.Path]::Combine($data, 'service.json')
        Codes = [Collections.Generic.Queue[object]] @(Import-Csv ([IO.Path]::Combine($data, 'codes.csv')))
        StoreName = 'NaccsCertPester' + [guid]::NewGuid().ToString('N').Substring(0, 8)
    }
}

<#
.SYNOPSIS
Ends the service and removes what it and the tests have left.
#>
function Close-Rehearsal($Rehearsal) {
    $Rehearsal.Process.Kill()
    $Rehearsal.Process.WaitForExit()
    [IO.Directory]::Delete($Rehearsal.Data, $true)
    $store = [Security.Cryptography.X509Certificates.X509Store]::new($Rehearsal.StoreName, 'CurrentUser')
    $store.Open('ReadWrite')
    $store.RemoveRange($store.Certificates)
    $store.Close()
}

<#
.SYNOPSIS
The parameters by which every command finds the service and the store.
#>
function Get-Way($Rehearsal) { @{ Service = $Rehearsal.Service; StoreName = $Rehearsal.StoreName } }

<#
.SYNOPSIS
Codes that nobody has used.
#>
function Get-CodeSet($Rehearsal) {
    $set = $Rehearsal.Codes.Dequeue()
    @{ AuthCode1 = $set.code1; AuthCode2 = $set.code2; AuthCode3 = $set.code3 }
}

<#
.SYNOPSIS
A password as commands take it.
#>
function Get-Password([string] $Text) {
    $password = [securestring]::new()
    $Text.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
    $password
}

<#
.SYNOPSIS
Writes a certificate with its key into a PKCS#12 file, as a browser would.
#>
function Save-Pkcs12([string] $StoreName, [string] $Thumbprint, [string] $Path, [securestring] $Password) {
    $store = [Security.Cryptography.X509Certificates.X509Store]::new($StoreName, 'CurrentUser')
    $store.Open('ReadOnly')
    $certificate = $store.Certificates | Where-Object Thumbprint -EQ $Thumbprint
    [IO.File]::WriteAllBytes($Path, $certificate.Export('Pkcs12', $Password))
    $store.Close()
}

<#
.SYNOPSIS
The program and the first arguments that start another PowerShell like this one.
#>
function Get-Shell {
    $program = [Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
    $program
    if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
}

<#
.SYNOPSIS
Whether signing can be shown here: osslsigncode 2.8 was the first that signs scripts.
#>
function Test-Signing {
    [bool] (Get-Command osslsigncode -CommandType Application -ErrorAction Ignore) -and
        [version] ("$(osslsigncode --version)" -replace '^\D*(\d+\.\d+).*$', '$1') -ge '2.8'
}

<#
.SYNOPSIS
Runs something while the processes that it starts have a home of their own, which is removed afterwards. On Windows
certificate stores and key containers belong to the account and stay the real ones.
#>
function Use-ScratchHome([scriptblock] $Action) {
    $scratch = Join-Path ([IO.Path]::GetTempPath()) "naccscert-$([guid]::NewGuid().ToString('N'))"
    $windows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows
    $folders = if ($windows) { @{ USERPROFILE = ''; APPDATA = 'AppData/Roaming'; LOCALAPPDATA = 'AppData/Local' } }
    else { @{ HOME = ''; XDG_DATA_HOME = '.local/share'; XDG_CONFIG_HOME = '.config'; XDG_CACHE_HOME = '.cache' } }
    $before = @{}
    foreach ($name in $folders.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, (New-Item (Join-Path $scratch $folders[$name]) -ItemType Directory -Force).FullName)
    }
    try { & $Action }
    finally {
        $before.Keys | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $before[$_]) }
        Remove-Item $scratch -Recurse -Force
    }
}

Export-ModuleMember -Function Open-Rehearsal, Close-Rehearsal, Get-Way, Get-CodeSet, Get-Password, Save-Pkcs12, Get-Shell, Test-Signing, Use-ScratchHome

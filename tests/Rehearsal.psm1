# A certificate service of its own for the suite, and a store that no user has.
Set-StrictMode -Version Latest

$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
$sandbox = [IO.Path]::Combine($root, 'src', 'NaccsCert.Sandbox', 'bin', 'Release', 'net10.0', 'NaccsCert.Sandbox.dll')

<#
.SYNOPSIS
Starts the service and waits until it listens. Gives what tests need of it.
#>
function Open-Rehearsal([string] $Validity = 'P20D') {
    $data = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'naccscert-' + [guid]::NewGuid().ToString('N'))
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$sandbox`" serve --data `"$data`" --validity $Validity")
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

Export-ModuleMember -Function Open-Rehearsal, Close-Rehearsal, Get-Way, Get-CodeSet

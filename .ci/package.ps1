<#
.SYNOPSIS
Tests the built module as a user would have it: in whichever PowerShell runs this, from the folder that is published.

.DESCRIPTION
It needs nothing but the engine, so that Windows PowerShell 5.1 and PowerShell 7 can both run it. With -Sandbox it also
rehearses the life of a certificate at the sandbox, in the certificate store of the user who runs it: meant for machines of
a CI service, and for homes that are thrown away.
#>
param(
    # The folder of the module.
    [Parameter(Mandatory)] [string] $Module,

    # NaccsCert.Sandbox.dll; empty to ask no service.
    [string] $Sandbox = ''
)

$ErrorActionPreference = 'Stop'
$passed = 0
$failed = 0

# Runs a check, which throws or gives something false when it fails.
function Test-That([string] $Name, [scriptblock] $Check) {
    $problem = try { if (-not (& $Check)) { 'it is not so' } } catch { "$_" }
    if ($problem) {
        $script:failed++
        "FAILED: $Name ($problem)"
    }
    else {
        $script:passed++
        "ok: $Name"
    }
}

# Starts the sandbox and waits until it listens. Gives the process.
function Open-Sandbox([string] $Data) {
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$Sandbox`" serve --data `"$Data`" --validity P6D")
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    do { $line = $process.StandardOutput.ReadLine() } until ($null -eq $line -or $line -like 'listening *')
    $process
}

"PowerShell $($PSVersionTable.PSVersion), $($PSVersionTable.PSEdition), $([Environment]::OSVersion)"
$manifest = [IO.Path]::Combine([IO.Path]::GetFullPath($Module), 'NaccsCert.psd1')
$imported = Import-Module $manifest -PassThru
$promised = Test-ModuleManifest $manifest
Test-That 'the manifest promises what is exported' {
    $missing = foreach ($name in $promised.ExportedCmdlets.Keys) { if (-not $imported.ExportedCmdlets.ContainsKey($name)) { $name } }
    -not $missing -and $promised.ExportedCmdlets.Count -eq $imported.ExportedCmdlets.Count
}
Test-That 'an empty store is no error' { @(Get-NaccsCertificate).Count -eq 0 }
Test-That 'the policy settings are shown' { @(Get-NaccsPolicy).Count -eq 12 }
Test-That 'the account is judged' { "$((Test-NaccsAccount).UserName)".Length -gt 0 }
Test-That 'no reminder is registered' { "$((Get-NaccsRenewalReminder).Status)" -eq 'NotRegistered' }
Test-That 'the next maintenance begins at 22:00 in Japan' { (Get-NaccsMaintenanceWindow -Next 1)[-1].ServiceStart.Hour -eq 22 }
Test-That 'an error has its id, its text and its remedy' {
    $problem = try { Get-NaccsCertificate -Service nowhere } catch { $_ }
    $problem.FullyQualifiedErrorId -like 'ServiceDefinitionNotFound,*' -and $problem.Exception.RecommendedAction -and
    $problem.Exception.Message -ne 'ServiceDefinitionNotFound'
}
Test-That 'the sum for management agents is one line of ASCII' {
    $line = (Test-NaccsCompliance).Line
    $line -match '^[ -~]{1,2048}$' -and $line -like '*"code":"NoCertificate"*'
}
if ($Sandbox) {
    $data = [IO.Path]::Combine([IO.Path]::GetTempPath(), [IO.Path]::GetRandomFileName())
    $process = Open-Sandbox $data
    try {
        $service = [IO.Path]::Combine($data, 'service.json')
        $terminal, $code1, $code2, $code3 = [IO.File]::ReadAllLines([IO.Path]::Combine($data, 'codes.csv'))[1] -split ','
        $force = @{ Service = $service; Force = $true; SkipRootCA = $true }
        Test-That 'three codes become a certificate' {
            "$((Request-NaccsCertificate $code1 $code2 $code3 @force).Status)" -eq 'Enrolled'
        }
        Test-That 'it is listed with a key that signs' {
            $listed = @(Get-NaccsCertificate -Service $service)
            $listed.Count -eq 1 -and "$($listed[0].Status)" -eq 'RenewalDue' -and $listed[0].Terminal -eq $terminal
        }
        Test-That 'its key does not leave this computer' {
            [Environment]::OSVersion.Platform -ne 'Win32NT' -or $(
                $store = [Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
                $store.Open('ReadOnly')
                $certificate = $store.Certificates.Find('FindBySubjectName', $terminal, $false)[0]
                $store.Close()
                try { $null = $certificate.Export('Pfx', 'x'); $false } catch { $true }
            )
        }
        Test-That 'it is renewed over mutual TLS' { "$((Update-NaccsCertificate @force).Status)" -eq 'Renewed' }
        Test-That 'the old one is superseded' {
            "$(@(Get-NaccsCertificate -Service $service -IncludeArchived).Status)" -eq 'RenewalDue Superseded'
        }
        Test-That 'both can be removed' {
            $null = Get-NaccsCertificate -Service $service -IncludeArchived | Remove-NaccsCertificate -Service $service -Force -Confirm:$false
            @(Get-NaccsCertificate -Service $service).Count -eq 0
        }
    }
    finally {
        $process.Kill()
        $process.WaitForExit()
        [IO.Directory]::Delete($data, $true)
    }
}
if ([Environment]::OSVersion.Platform -eq 'Win32NT') {
    Test-That 'a reminder is registered and removed' {
        $registered = Register-NaccsRenewalReminder -AutoRenew
        $shown = schtasks.exe /Query /TN $registered.TaskName /XML
        $null = Unregister-NaccsRenewalReminder
        "$($registered.Status)" -eq 'Healthy' -and "$shown" -like '*Invoke-NaccsRenewalReminder -AutoRenew*' -and
        "$((Get-NaccsRenewalReminder).Status)" -eq 'NotRegistered'
    }
}

"package: $passed checks passed, $failed failed"
exit [int] ($failed -gt 0)

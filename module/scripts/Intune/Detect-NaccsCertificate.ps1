<#
.SYNOPSIS
Detection script of an Intune remediation: does a NACCS digital certificate need to be renewed now?

.DESCRIPTION
Assign it with "Run this script using the logged-on credentials: Yes". It does not use the network and changes nothing. It prints
one line of JSON in ASCII and ends with exit code 1 if Remediate-NaccsCertificate.ps1 or a person must act, otherwise
with 0. Its arguments are passed to Test-NaccsCompliance: -Service, -StoreName, -RequireCertificate, -TimeoutSec.
Intune passes no arguments: add them to the call below.

code                 exit  meaning
Valid                   0  no certificate is due
Scheduled               0  due, but the time of its automatic renewal has not been reached
LeftToUser              0  due, and Group Policy leaves renewing to the user
NoCertificate           0  there is no certificate of the service (1 with -RequireCertificate)
RenewalDue              1  due now
ReissueRequired         1  expired or without its key: a re-issue through NSS is needed
AccountIsService, AccountNotDesktopUser, AccountElevatedAsAnother
                        1  the script does not run as the user at the desktop
ModuleMissing           1  the module is not installed, or cannot be loaded here
TimedOut                1  the time limit was reached
(an error ID)           1  see about_NaccsCert_Errors

.NOTES
It runs on every computer, time and again, so it has to be quick, and each kind of thing that a cold engine does for the
first time takes its time: before it knows that something is wrong, the script declares no parameter, makes no table,
decides nothing, and calls one method, by which its line gets out sooner than through the pipeline.
#>
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
try {
    try {
        # Beside the module, its assemblies are enough: manifest and views take longer than all the rest.
        Import-Module $PSScriptRoot/../../bin/$PSEdition/NaccsCert.Loader.dll,
            $PSScriptRoot/../../bin/$PSEdition/NaccsCert.PowerShell.dll
    }
    catch {
        # As agents run it: alone. A 32-bit host, which only Windows has, looks among the 64-bit programs too.
        $programs = $env:ProgramW6432
        if ($programs) { $env:PSModulePath += ";$programs/WindowsPowerShell/Modules;$programs/PowerShell/Modules" }
        Import-Module NaccsCert
    }
    $result = Test-NaccsCompliance @args
}
catch {
    $code = $_.FullyQualifiedErrorId -replace '[^A-Za-z0-9_.-].*'
    if ($_.CategoryInfo.Activity -eq 'Import-Module') { $code = 'ModuleMissing' }
    '{"naccs":"detect","code":"' + $code + '","exit":1}'
    exit 1
}
$Host.UI.WriteLine($result.Line)
exit $result.ExitCode

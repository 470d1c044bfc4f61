<#
.SYNOPSIS
Detection script of an Intune remediation: does a NACCS digital certificate need to be renewed now?

.DESCRIPTION
Assign it with "Run this script using the logged-on credentials: Yes". It does not use the network and changes nothing. It prints
one line of JSON in ASCII and ends with exit code 1 if Remediate-NaccsCertificate.ps1 or a person must act, otherwise
with 0. Intune passes no parameters: change the settings in the block below if necessary.

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
ModuleBlocked           1  its files were downloaded and are blocked: use Unblock-File
ModuleNotAllowed        1  App Control or AppLocker does not allow its assemblies
ConstrainedLanguage     1  App Control or AppLocker does not allow this script
TimedOut                1  the time limit was reached
(an error ID)           1  see about_NaccsCert_Errors

.NOTES
It runs on every computer, time and again, so it has to be quick, and each kind of thing that a cold engine does for the
first time takes its time: before it knows that something is wrong, the script makes no table, defines no function, and
calls one method, by which its line gets out sooner than through the pipeline.
#>

#region Settings: change the values here, and save in ASCII without a byte order mark. Keep those of both scripts alike.
param(
    # The service definition: a name or the path of a JSON file. '': that of Group Policy, or NACCS.
    [string] $Service = '',

    # The certificate store of the user. 'My' is the one that Windows calls Personal.
    [string] $StoreName = 'My',

    # $true leaves due certificates to the user, where Group Policy does not decide. $false: the remediation renews them.
    [switch] $NoAutoRenew = $false,

    # $true makes it a finding that there is no certificate. Only detection knows this setting.
    [switch] $RequireCertificate = $false,

    # Ends the script after that many seconds.
    [int] $DeadlineSeconds = 60
)
#endregion

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    '{"naccs":"detect","code":"ConstrainedLanguage","exit":1}'
    exit 1
}

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
try {
    try {
        # Beside the module, its assemblies are enough: manifest and views take longer than all the rest. A text that is run
        # has no folder, and a path that began with none would begin at the root of the drive, where any user can put one.
        $own = $PSScriptRoot
        if (-not $own) { $own = Split-Path $MyInvocation.MyCommand.Path }
        Import-Module $own/../../bin/$PSEdition/NaccsCert.Loader.dll, $own/../../bin/$PSEdition/NaccsCert.PowerShell.dll
    }
    catch {
        # What is there and refused is not looked for elsewhere.
        if ($_.Exception -is [IO.FileLoadException]) { throw }

        # As agents run it: alone. A 32-bit host, which only Windows has, looks among the 64-bit programs too.
        $programs = $env:ProgramW6432
        if ($programs) { $env:PSModulePath += ";$programs/WindowsPowerShell/Modules;$programs/PowerShell/Modules" }
        Import-Module NaccsCert
    }
    if ($Service) {
        $result = Test-NaccsCompliance -Service $Service -StoreName $StoreName -NoAutoRenew:$NoAutoRenew -RequireCertificate:$RequireCertificate -TimeoutSec $DeadlineSeconds
    }
    else { $result = Test-NaccsCompliance -StoreName $StoreName -NoAutoRenew:$NoAutoRenew -RequireCertificate:$RequireCertificate -TimeoutSec $DeadlineSeconds }
}
catch {
    $code = $_.FullyQualifiedErrorId -replace '[^A-Za-z0-9_.-].*'
    $remedy = ''
    if ($_.CategoryInfo.Activity -eq 'Import-Module') {
        # Downloaded: the execution policy refuses the manifest, or .NET Framework the assemblies (COR_E_NOTSUPPORTED).
        $isBlocked = $code -eq 'UnauthorizedAccess'
        $code = 'ModuleMissing'
        for ($cause = $_.Exception; $cause; $cause = $cause.InnerException) {
            if ($cause -isnot [IO.FileLoadException]) { continue }
            if ($cause.HResult -eq 0x80131515) { $isBlocked = $true }

            # ERROR_ACCESS_DISABLED_BY_POLICY of AppLocker, ERROR_SYSTEM_INTEGRITY_POLICY_VIOLATION of App Control.
            if ($cause.HResult -in 0x800704EC, 0x800711C7) { $code = 'ModuleNotAllowed' }
        }
        if ($isBlocked) {
            $code = 'ModuleBlocked'
            $remedy = ',"remedy":"Unblock-File"'
        }
    }
    '{"naccs":"detect","code":"' + $code + '","exit":1' + $remedy + '}'
    exit 1
}
$Host.UI.WriteLine($result.Line)
exit $result.ExitCode

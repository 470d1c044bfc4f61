<#
.SYNOPSIS
Remediation script of an Intune remediation: renews the NACCS digital certificates that are due now.

.DESCRIPTION
Assign it with "Run this script using the logged-on credentials: Yes". It renews what Detect-NaccsCertificate.ps1 found,
asks nothing, and prints one line of JSON in ASCII. It ends with exit code 0 if nothing is left to do, otherwise with 1.
A failed renewal is kept and resumed at the next run. What would have needed an answer is left out and named in
"leftOut": "root" (the root certificate, about which Windows or the module asks) or "credentials" (for the proxy).
Intune passes no parameters: change the settings in the block below if necessary.

code                 exit  meaning
Renewed                 0  every certificate that was due is renewed
NotDue                  0  no certificate is due now
LeftToUser              0  due, and Group Policy leaves renewing to the user
Waiting                 1  maintenance, a certificate that is issued later, or another process: resumed at the next run
Failed                  1  a renewal failed; "error" is the reason, see about_NaccsCert_Errors
ReissueRequired         1  expired or without its key: a re-issue through NSS is needed
AccountIsService, AccountNotDesktopUser, AccountElevatedAsAnother
                        1  the script does not run as the user at the desktop
ModuleMissing, ModuleFailed
                        1  the module is not installed, or cannot be loaded here
ModuleBlocked           1  its files were downloaded and are blocked: use Unblock-File
ModuleNotAllowed        1  App Control or AppLocker does not allow its assemblies
ConstrainedLanguage     1  App Control or AppLocker does not allow this script
TimedOut                1  the time limit was reached; resumed at the next run
(an error ID)           1  see about_NaccsCert_Errors
#>

#region Settings: change the values here, and save in ASCII without a byte order mark. Keep those of both scripts alike.
param(
    # The service definition: a name or the path of a JSON file. '': that of Group Policy, or NACCS.
    [string] $Service = '',

    # The certificate store of the user. 'My' is the one that Windows calls Personal.
    [string] $StoreName = 'My',

    # $true leaves due certificates to the user, where Group Policy does not decide. $false: they are renewed here.
    [switch] $NoAutoRenew = $false,

    # Ends the script after that many seconds.
    [int] $DeadlineSeconds = 300
)
#endregion

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    '{"naccs":"remediate","code":"ConstrainedLanguage","exit":1}'
    exit 1
}

# include: Shared

$deadline = Limit-RunTime -Seconds $DeadlineSeconds -Line '{"naccs":"remediate","code":"TimedOut","exit":1}' -ExitCode 1
$results = $problems = @()
try {
    $code = Import-NaccsModule
    if (-not $code) {
        $named = if ($Service) { @{ Service = $Service } } else { @{} }
        $code = "$((Test-NaccsAccount).Error)"
        if (-not $code) {
            $results = @(Invoke-NaccsRenewalReminder -AutoRenew:(-not $NoAutoRenew) -StoreName $StoreName -NoNotice -NonInteractive -Confirm:$false `
                    -ErrorAction SilentlyContinue -ErrorVariable problems @named)
            $worst = Find-WorstResult $results
            $code = switch ("$($worst.Status)") { '' { 'NotDue' } 'Scheduled' { 'NotDue' } 'RenewalDue' { 'LeftToUser' } default { $_ } }
        }
    }
}
catch { $code = ConvertTo-Code $_ }
$exitCode = [int] ($code -notin 'Renewed', 'NotDue', 'LeftToUser')

# Intune keeps 2,048 characters: no more than ten certificates, and of a terminal's name only what is plain.
$list = foreach ($result in @($results)[0..9]) {
    if ($result) {
        $reported = if ($result.Error) { ',"error":"' + $result.Error + '"' }
        '{"terminal":"' + ($result.Terminal -replace '[^A-Za-z0-9 ._-]', '?') + '","code":"' + $result.Status + '"' + $reported + '}'
    }
}
$leftOut = foreach ($kind in Find-LeftOut $results $problems) { '"' + $kind + '"' }
$remedy = if ($code -eq 'ModuleBlocked') { ',"remedy":"Unblock-File"' } else { '' }
$line = '{"naccs":"remediate","code":"' + $code + '","exit":' + $exitCode + $remedy + ',"leftOut":[' + ($leftOut -join ',') +
    '],"count":' + $results.Count + ',"certificates":[' + ($list -join ',') + ']}'
$deadline.Dispose()
[Console]::Out.WriteLine($line)
exit $exitCode

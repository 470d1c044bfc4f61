# Does in one session what a user does with the module, through one proxy, and writes a line for each operation:
# its name, the status of the result or the id of the error, and the message, with tabs between them.
# Standard input has, line by line, user name and password for the proxy and two sets of three codes. The first set gets
# a certificate on the direct way, so that there is one to renew and to check even where the proxy lets nothing through.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Service,
    [Parameter(Mandatory)] [string] $Operations,
    [string] $Proxy,
    [string] $ProxyAuthentication,
    [string] $TrustedRoot
)

function Read-Secret {
    $secret = [securestring]::new()
    foreach ($character in [Console]::In.ReadLine().ToCharArray()) { $secret.AppendChar($character) }
    $secret
}

function Format-Outcome([string] $Operation, [string] $Result, [string] $Text) {
    "$Operation`t$Result`t$($Text -replace '\s+', ' ')"
}

function Format-Enrollment([string] $Operation, $Result, $Failure, $Warned) {
    if ($Failure) {
        Format-Outcome -Operation $Operation -Result $Failure[0].FullyQualifiedErrorId.Split(',')[0] -Text "$($Failure[0].Exception.Message) $Warned"
    } else {
        Format-Outcome -Operation $Operation -Result $Result.Status -Text $Result.Reason
    }
}

Import-Module $Module
if ($TrustedRoot) {
    $roots = [System.Security.Cryptography.X509Certificates.X509Store]::new('Root', 'CurrentUser')
    $roots.Open('ReadWrite')
    $roots.Add([System.Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificateFromFile($TrustedRoot))
    $roots.Close()
}

$user = [Console]::In.ReadLine()
$password = Read-Secret
$way = @{ Service = $Service }
if ($Proxy) { $way.Proxy = $Proxy }
if ($ProxyAuthentication) { $way.ProxyAuthentication = $ProxyAuthentication }
if ($user) { $way.ProxyCredential = [pscredential]::new($user, $password) }
$quietly = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failure'; WarningAction = 'SilentlyContinue'; WarningVariable = 'warned' }
$quickly = @{ KeyAlgorithm = 'EcdsaP256'; MaximumRetryCount = 0 }

$first = Request-NaccsCertificate (Read-Secret) (Read-Secret) (Read-Secret) -Service $Service -NoProxy @quickly
if (-not $first.Thumbprint) { throw 'There is no certificate to begin with.' }
$codes = @{ AuthCode1 = Read-Secret; AuthCode2 = Read-Secret; AuthCode3 = Read-Secret }

foreach ($operation in $Operations.Split(',')) {
    switch ($operation) {
        'Enroll' {
            $result = Request-NaccsCertificate @codes @way @quickly @quietly
            Format-Enrollment -Operation $operation -Result $result -Failure $failure -Warned $warned
        }
        'Renew' {
            $result = Update-NaccsCertificate $first.Thumbprint @way @quickly @quietly
            Format-Enrollment -Operation $operation -Result $result -Failure $failure -Warned $warned
        }
        'Connectivity' {
            $checks = (Test-NaccsConnectivity @way).Checks
            $failed = @($checks | Where-Object Status -EQ Failed)
            $signedIn = @($checks | Where-Object Name -EQ ProxyAuthentication)[0].Detail
            if ($failed) {
                Format-Outcome -Operation $operation -Result $(if ($null -ne $failed[0].Error) { $failed[0].Error } else { $failed[0].Name }) -Text $failed[0].Detail
            } else {
                Format-Outcome -Operation $operation -Result Passed -Text $signedIn
            }
        }
        'Revocation' {
            $check = @((Test-NaccsCertificate $first.Thumbprint -CheckRevocation @way).Checks | Where-Object Name -EQ Revocation)[0]
            Format-Outcome -Operation $operation -Result $(if ($null -ne $check.Error) { $check.Error } else { $check.Status }) -Text $check.Detail
        }
    }
}

# Shows each certificate of a folder to each host of a service definition, as a user does with Test-NaccsCertificate -SignIn, and
# writes a line for each: the terminal, the number of the host from 0, the id of the error or the status, and the text, with tabs
# between them. The first line of standard input is the password for the proxy.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Service,
    [Parameter(Mandatory)] [string] $Certificates,
    [string] $Proxy,
    [string] $User,
    [string] $TrustedRoot
)

function Add-Certificate([string] $Store, $Certificate) {
    $target = [System.Security.Cryptography.X509Certificates.X509Store]::new($Store, 'CurrentUser')
    $target.Open('ReadWrite')
    $target.Add($Certificate)
    $target.Close()
}

Import-Module $Module
if ($TrustedRoot) {
    Add-Certificate -Store Root -Certificate ([System.Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificateFromFile($TrustedRoot))
}

foreach ($file in Get-ChildItem $Certificates) {
    Add-Certificate -Store My -Certificate (
        [System.Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadPkcs12FromFile($file, '', 'PersistKeySet, Exportable'))
}

$way = @{ Service = $Service }
if ($Proxy) { $way.Proxy = $Proxy }
if ($User) {
    $password = [securestring]::new()
    foreach ($character in [Console]::In.ReadLine().ToCharArray()) { $password.AppendChar($character) }
    $way.ProxyCredential = [pscredential]::new($User, $password)
}

foreach ($result in Test-NaccsCertificate -SignIn @way) {
    $number = 0
    foreach ($check in $result.Checks | Where-Object Name -eq SignIn) {
        $outcome = if ($null -ne $check.Error) { $check.Error } else { $check.Status }
        "$($result.Terminal)`t$number`t$outcome`t$($check.Detail)"
        $number++
    }
}

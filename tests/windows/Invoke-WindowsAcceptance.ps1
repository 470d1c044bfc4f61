<#
.SYNOPSIS
Answers, on the Windows that runs it, what nobody could know of Windows while the module was written, and writes one JSON report.

.DESCRIPTION
One file, which needs the built module, and for some questions the sandbox, a certificate service of its own. It runs in
Windows PowerShell 5.1 and in PowerShell 7, as any user: best as one without administrator rights. For each question of
docs/verification.md the report has what was seen, what the module relies on, and whether the two agree (holds: true, false,
or null with the reason where this computer cannot tell). A question that fails or takes too long is reported as such and
stops no other.

It uses the current user's certificate stores, keys, registry and tasks, removes everything it has made, and touches nothing
else: names that it gives contain "NaccsCertAcceptance" and a random part. A reminder that the user has registered stays what it
is, and is not looked into. A notice appears on the desktop; the firewall may ask about a port, and may be told no. What an
administrator has switched on, such as script block logging, is looked at and left alone.

On other systems, what is particular to Windows is reported as not to be told there, and all else is run.

.EXAMPLE
powershell -NoProfile -ExecutionPolicy Bypass -File Invoke-WindowsAcceptance.ps1 -Module C:\NaccsCert -Sandbox C:\sandbox\NaccsCert.Sandbox.dll
Answers everything in Windows PowerShell, and writes windows-acceptance.json in the current folder.

.EXAMPLE
pwsh -NoProfile -File Invoke-WindowsAcceptance.ps1 -Module out/NaccsCert -Question 'proxy-*', 'tls-*'
Answers the questions about proxies and TLS, which need no sandbox.
#>
[CmdletBinding()]
param(
    # The folder of the module.
    [Parameter(Mandatory)] [string] $Module,

    # NaccsCert.Sandbox.dll, which the .NET runtime on the path runs, or NaccsCert.Sandbox.exe; empty for none.
    [string] $Sandbox = '',

    # The file that the report is written to.
    [string] $ReportPath = 'windows-acceptance.json',

    # The questions to answer, by their ids, with wildcards.
    [string[]] $Question = '*',

    # Gives the questions, and answers none.
    [switch] $List
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

#region What all questions share. Each runs in a runspace of its own, which has the functions and nothing else.

# What a question gives: facts, and whether they agree with what the module relies on.
function ConvertTo-Answer($Seen, $Holds, [string] $Reason = '') {
    [pscustomobject] @{ Seen = $Seen; Holds = $Holds; Reason = $Reason }
}

function Test-Windows { [Environment]::OSVersion.Platform -eq 'Win32NT' }

# A file or folder of this run, which goes with it.
function Get-ScratchPath($Context, [string] $Name) { [IO.Path]::Combine($Context.Scratch, $Name) }

function Get-AcceptanceName($Context) { "$($Context.Prefix)$([guid]::NewGuid().ToString('N').Substring(0, 8))" }

# Writes down what is about to be made, so that it is removed whatever happens to the question that makes it.
function Add-Made($Context, [string] $Kind, [string] $Name) {
    $null = $Context.Made.Add([pscustomobject] @{ Kind = $Kind; Name = $Name })
}

# Starts a program without a window or an input.
function Open-Program([string] $Program, [string[]] $Arguments) {
    $quoted = $Arguments | ForEach-Object { if ($_ -match '[\s"]' -or $_ -eq '') { '"' + ($_ -replace '(\\*)("|$)', '$1$1$2' -replace '"', '\"') + '"' } else { $_ } }
    $start = [Diagnostics.ProcessStartInfo]::new($Program, $quoted -join ' ')
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    [pscustomobject] @{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); Errors = $process.StandardError.ReadToEndAsync() }
}

# Waits for its end, and brings it about when the time is up.
function Wait-Program($Started, [int] $Seconds = 25) {
    if (-not $Started.Process.WaitForExit($Seconds * 1000)) {
        $Started.Process.Kill()
        return [pscustomobject] @{ ExitCode = $null; Output = ''; Errors = "ended after $Seconds s" }
    }
    [pscustomobject] @{ ExitCode = $Started.Process.ExitCode; Output = $Started.Output.Result; Errors = $Started.Errors.Result }
}

# Starts another PowerShell like this one.
function Open-Shell($Context, [string[]] $Arguments) {
    Open-Program $Context.Shell[0] (@($Context.Shell | Select-Object -Skip 1) + $Arguments)
}

# The number that Windows has for a failure; 0 when there was none.
function Get-ErrorNumber([scriptblock] $Action) {
    try {
        $null = & $Action
        0
    }
    catch { $_.Exception.GetBaseException().HResult -band 0xFFFF }
}

# Waits until something is so; gives whether it came to be.
function Wait-Until([int] $Seconds, [scriptblock] $Condition) {
    for ($waited = [Diagnostics.Stopwatch]::StartNew(); $waited.Elapsed.TotalSeconds -lt $Seconds; Start-Sleep -Milliseconds 100) {
        if (& $Condition) { return $true }
    }
    $false
}

#endregion

#region The module's commands. Parameters that may change stand here and nowhere else.

function Import-Tested($Context) { Import-Module $Context.Manifest }

# The choices by which nothing is asked; -NonInteractive where a command has it.
function Get-SilentChoice([string] $Command) {
    $choices = @{ SkipRootCA = $true; Force = $true; Confirm = $false; NonInteractive = $true }
    $known = (Get-Command $Command).Parameters
    foreach ($name in @($choices.Keys)) { if (-not $known.ContainsKey($name)) { $choices.Remove($name) } }
    $choices
}

# Uses codes of the sandbox that nobody has used.
function Invoke-TestEnrollment($Context, [string] $StoreName, [switch] $Exportable) {
    $codes = $Context.Codes.Dequeue()
    $silent = Get-SilentChoice Request-NaccsCertificate
    Request-NaccsCertificate $codes.code1 $codes.code2 $codes.code3 -Service $Context.Service -StoreName $StoreName -Exportable:$Exportable @silent
}

function Invoke-TestRenewal($Context, [string] $StoreName) {
    $silent = Get-SilentChoice Update-NaccsCertificate
    Update-NaccsCertificate -Service $Context.Service -StoreName $StoreName @silent
}

function Invoke-TestImport([string] $Path, [securestring] $Password, [string] $Service, [string] $StoreName) {
    $silent = Get-SilentChoice Import-NaccsCertificate
    Import-NaccsCertificate $Path -Password $Password -Service $Service -StoreName $StoreName @silent
}

function Clear-TestCertificate([string] $Service, [string] $StoreName) {
    $silent = Get-SilentChoice Remove-NaccsCertificate
    Get-NaccsCertificate -Service $Service -StoreName $StoreName -IncludeArchived | Remove-NaccsCertificate -Service $Service -StoreName $StoreName @silent
}

# The errors of a connectivity test, stage by stage; or the one that the command ended with.
function Get-ConnectivityError([string] $Service, [hashtable] $Way) {
    $silent = Get-SilentChoice Test-NaccsConnectivity
    try { $stages = Test-NaccsConnectivity -Service $Service -TimeoutSec 20 -Detailed @Way @silent }
    catch { return "Command: $(($_.FullyQualifiedErrorId -split ',')[0])" }
    $stages | Where-Object Error | ForEach-Object { "$($_.Stage): $($_.Error)" }
}

# A service that is nowhere but in its definition, at a host and port; gives the path.
function Add-TestDefinition($Context, [string] $HostName, [int] $Port) {
    $name = "acceptance-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
    $definition = [ordered] @{
        schemaVersion = 1
        name = $name
        displayName = $name
        enrollment = [ordered] @{
            protocol = 'est'
            url = "https://${HostName}:$Port/.well-known/est"
            user = '{code1}'
            password = '{code2}{code3}'
        }
        issuer = 'NaccsCert Acceptance CA'
        validity = 'P5Y1M'
        renewalWindow = 'P28D'
        hosts = @([ordered] @{ role = 'CertificateService'; host = $HostName; port = $Port; environment = 'Test' })
        maintenance = [ordered] @{ weekOfMonth = 3; dayOfWeek = 'Tuesday'; start = '22:00'; duration = 'PT10H'; timeZone = 'Asia/Tokyo' }
        trustAnchors = @([ordered] @{ name = 'Nobody'; purpose = 'server'; sha256 = '0' * 64 })
    }
    $path = Get-ScratchPath $Context "$name.json"
    [IO.File]::WriteAllText($path, ($definition | ConvertTo-Json -Depth 5))
    $path
}

#endregion

#region Certificates and keys

# A store of this run's own, which is removed with it.
function Add-TestStore($Context) {
    $name = Get-AcceptanceName $Context
    Add-Made $Context -Kind Store -Name $name
    $name
}

function Use-Store([string] $Name, [scriptblock] $Action) {
    $store = [Security.Cryptography.X509Certificates.X509Store]::new($Name, 'CurrentUser')
    $store.Open('ReadWrite, IncludeArchived')
    try { & $Action $store }
    finally { $store.Close() }
}

function Get-Password {
    $password = [securestring]::new()
    'acceptance'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
    $password
}

function Get-CertificateRequest([string] $Subject, $Key) {
    [Security.Cryptography.X509Certificates.CertificateRequest]::new(
        $Subject, $Key, [Security.Cryptography.HashAlgorithmName]::SHA256, [Security.Cryptography.RSASignaturePadding]::Pkcs1)
}

function Get-SelfSigned([string] $Subject, $Key) {
    $request = Get-CertificateRequest $Subject $Key
    $request.CertificateExtensions.Add([Security.Cryptography.X509Certificates.X509BasicConstraintsExtension]::new($true, $false, 0, $true))
    $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(999))
}

# DER of RFC 5280's AuthorityInfoAccess and CRLDistributionPoints with one short address.
function ConvertTo-AddressExtension([string] $Address) {
    $uri = [Text.Encoding]::ASCII.GetBytes($Address)
    $name = [byte[]] (@(0x86, $uri.Length) + $uri)
    $issuers = [byte[]] (@(0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02) + $name)
    $aia = [byte[]] (@(0x30, ($issuers.Length + 2), 0x30, $issuers.Length) + $issuers)
    $cdp = [byte[]] (@(0x30, ($name.Length + 6), 0x30, ($name.Length + 4), 0xA0, ($name.Length + 2), 0xA0, $name.Length) + $name)
    [Security.Cryptography.X509Certificates.X509Extension]::new('1.3.6.1.5.5.7.1.1', $aia, $false)
    [Security.Cryptography.X509Certificates.X509Extension]::new('2.5.29.31', $cdp, $false)
}

# A client certificate of a CA that nobody has; without its key. Its extensions name an address where there is one.
function Get-ClientCertificate($Context, $Key, [string] $Address = '') {
    $issuer = Get-SelfSigned 'CN=NaccsCert Acceptance CA' $Context.Key
    $request = Get-CertificateRequest 'CN=NaccsCertAcceptance' $Key
    $purposes = [Security.Cryptography.OidCollection]::new()
    $null = $purposes.Add('1.3.6.1.5.5.7.3.2')
    $request.CertificateExtensions.Add([Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]::new($purposes, $false))
    $request.CertificateExtensions.Add([Security.Cryptography.X509Certificates.X509KeyUsageExtension]::new('DigitalSignature', $true))
    if ($Address) { ConvertTo-AddressExtension $Address | ForEach-Object { $request.CertificateExtensions.Add($_) } }
    $serial = [guid]::NewGuid().ToByteArray()
    $serial[0] = $serial[0] -band 0x7F
    $request.Create($issuer, [DateTimeOffset]::UtcNow.AddHours(-1), [DateTimeOffset]::UtcNow.AddDays(900), $serial)
}

function Join-Key($Certificate, $Key) {
    [Security.Cryptography.X509Certificates.RSACertificateExtensions]::CopyWithPrivateKey($Certificate, $Key)
}

function Get-CspParameter([string] $Name, [string] $Flags = 'NoFlags') {
    $parameters = [Security.Cryptography.CspParameters]::new(24, 'Microsoft Enhanced RSA and AES Cryptographic Provider', $Name)
    $parameters.Flags = $Flags
    $parameters
}

# A key of Windows' with a name: of a key storage provider (Cng) or a cryptographic service provider (Csp); exportable unless it is fixed.
function Add-NamedKey($Context, [string] $Kind, [string] $Name, [switch] $Fixed) {
    Add-Made $Context -Kind $Kind -Name $Name
    if ($Kind -eq 'Csp') {
        $flags = if ($Fixed) { 'UseNonExportableKey' } else { 'NoFlags' }
        return [Security.Cryptography.RSACryptoServiceProvider]::new(2048, (Get-CspParameter $Name $flags))
    }
    $parameters = [Security.Cryptography.CngKeyCreationParameters]::new()
    $parameters.ExportPolicy = if ($Fixed) { 'None' } else { 'AllowExport, AllowPlaintextExport' }
    $parameters.Parameters.Add([Security.Cryptography.CngProperty]::new('Length', [BitConverter]::GetBytes(2048), 'None'))
    [Security.Cryptography.RSACng]::new([Security.Cryptography.CngKey]::Create([Security.Cryptography.CngAlgorithm]::Rsa, $Name, $parameters))
}

function Test-NamedKey([string] $Kind, [string] $Name) {
    if ($Kind -eq 'Cng') { return [Security.Cryptography.CngKey]::Exists($Name) }
    try {
        [Security.Cryptography.RSACryptoServiceProvider]::new((Get-CspParameter $Name UseExistingKey)).Dispose()
        $true
    }
    catch { $false }
}

function Clear-NamedKey([string] $Kind, [string] $Name) {
    if (-not (Test-NamedKey $Kind $Name)) { return }
    if ($Kind -eq 'Cng') { return [Security.Cryptography.CngKey]::Open($Name).Delete() }
    $key = [Security.Cryptography.RSACryptoServiceProvider]::new((Get-CspParameter $Name UseExistingKey))
    $key.PersistKeyInCsp = $false
    $key.Dispose()
}

# Removes the key that a certificate refers to, where Windows keeps it apart.
function Clear-StoredKey($Certificate) {
    $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($Certificate)
    if (-not $key) { $key = [Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::GetECDsaPrivateKey($Certificate) }
    if ($key -and $key.PSObject.Properties['Key']) { $key.Key.Delete() }
    elseif ($key -is [Security.Cryptography.RSACryptoServiceProvider]) {
        $key.PersistKeyInCsp = $false
        $key.Dispose()
    }
}

# The name of the key that a certificate refers to, and whose it is.
function Get-KeyName($Certificate) {
    $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($Certificate)
    if ($key -is [Security.Cryptography.RSACng]) { "$($key.Key.Provider.Provider): $($key.Key.KeyName)" }
    elseif ($key) { "$($key.CspKeyContainerInfo.ProviderName): $($key.CspKeyContainerInfo.KeyContainerName)" }
}

# Loads a file that names a key container once for good and once to look at it, and follows the key.
function Test-KeyContainer($Context, [string] $Kind) {
    $name = Get-AcceptanceName $Context
    $made = Get-SelfSigned 'CN=NaccsCertAcceptance' (Add-NamedKey $Context -Kind $Kind -Name $name)
    $file = $made.Export('Pkcs12', 'acceptance')
    Clear-NamedKey $Kind $name
    $seen = [ordered] @{ keyBefore = Test-NamedKey $Kind $name }
    $kept = [Security.Cryptography.X509Certificates.X509Certificate2]::new($file, 'acceptance', 'UserKeySet, PersistKeySet')
    $keyName = Get-KeyName $kept
    $provider, $imported = $keyName -split ': ', 2
    Add-Made $Context -Kind $Kind -Name $imported
    $seen.provider = $provider
    $seen.containerKeepsItsName = $imported -eq $name
    $seen.keyAfterImport = Test-NamedKey $Kind $imported
    $look = [Security.Cryptography.X509Certificates.X509Certificate2]::new($file, 'acceptance', 'UserKeySet')
    $seen.lookHasTheSameContainer = (Get-KeyName $look) -eq $keyName
    $look.Dispose()
    $seen.keyAfterLookIsDisposed = Test-NamedKey $Kind $imported
    $kept.Dispose()
    $seen.keyAfterImportIsDisposed = Test-NamedKey $Kind $imported
    $again = [Security.Cryptography.X509Certificates.X509Certificate2]::new($file, 'acceptance', 'UserKeySet, PersistKeySet')
    $second = ((Get-KeyName $again) -split ': ', 2)[1]
    Add-Made $Context -Kind $Kind -Name $second
    $again.Dispose()
    $seen.keyAfterSecondImport = Test-NamedKey $Kind $second
    # A look that takes the key away says nothing of an import alone, which is what the module makes.
    ConvertTo-Answer $seen ($seen.keyAfterImport -and $seen.keyAfterSecondImport)
}

# The module's own import of such a file, twice.
function Test-Pkcs12Import($Context) {
    Import-Tested $Context
    $there = Add-TestStore $Context
    $here = Add-TestStore $Context
    $enrolled = Invoke-TestEnrollment $Context $there -Exportable
    $file = Get-ScratchPath $Context 'terminal.p12'
    $password = Get-Password
    Use-Store $there {
        param($store)
        $certificate = $store.Certificates | Where-Object Thumbprint -EQ $enrolled.Thumbprint
        [IO.File]::WriteAllBytes($file, $certificate.Export('Pkcs12', $password))
    }
    $first = Invoke-TestImport $file -Password $password -Service $Context.Service -StoreName $here
    $seen = [ordered] @{ first = "$($first.Status)"; firstChanged = $first.Changed }
    $seen.stateAfterFirst = "$((Get-NaccsCertificate -Service $Context.Service -StoreName $here).Status)"
    $second = Invoke-TestImport $file -Password $password -Service $Context.Service -StoreName $here
    $seen.second = "$($second.Status)"
    $seen.secondChanged = $second.Changed
    $seen.stateAfterSecond = "$((Get-NaccsCertificate -Service $Context.Service -StoreName $here).Status)"
    Clear-TestCertificate $Context.Service $here
    $seen.stateOfTheOtherAfterRemoval = "$((Get-NaccsCertificate -Service $Context.Service -StoreName $there).Status)"
    $usable = 'Valid', 'RenewalDue'
    ConvertTo-Answer $seen ($first.Changed -and -not $second.Changed -and $seen.stateAfterFirst -in $usable -and $seen.stateAfterSecond -in $usable)
}

# Whether removing a certificate also removes a key of the older kind of provider.
function Test-CspRemoval($Context) {
    Import-Tested $Context
    $service = Add-TestDefinition $Context -HostName 'naccscert.invalid' -Port 443
    $storeName = Add-TestStore $Context
    $name = Get-AcceptanceName $Context
    $key = Add-NamedKey $Context -Kind Csp -Name $name
    $certificate = Join-Key (Get-ClientCertificate $Context $key) $key
    Use-Store $storeName { param($store) $store.Add($certificate) }
    $seen = [ordered] @{ stateBefore = "$((Get-NaccsCertificate -Service $service -StoreName $storeName).Status)"; keyBefore = Test-NamedKey Csp $name }
    $key.Dispose()
    Clear-TestCertificate $service $storeName
    $seen.certificatesAfter = @(Get-NaccsCertificate -Service $service -StoreName $storeName).Count
    $seen.keyAfter = Test-NamedKey Csp $name
    ConvertTo-Answer $seen ($seen.keyBefore -and $seen.certificatesAfter -eq 0 -and -not $seen.keyAfter)
}

# What is read of a key before a change, of both kinds of providers.
function Test-KeyExport($Context) {
    Import-Tested $Context
    $service = Add-TestDefinition $Context -HostName 'naccscert.invalid' -Port 443
    $seen = [ordered] @{}
    foreach ($kind in 'Cng', 'Csp') {
        foreach ($fixed in $false, $true) {
            $storeName = Add-TestStore $Context
            $key = Add-NamedKey $Context -Kind $kind -Name (Get-AcceptanceName $Context) -Fixed:$fixed
            $certificate = Join-Key (Get-ClientCertificate $Context $key) $key
            Use-Store $storeName { param($store) $store.Add($certificate) }
            $result = Test-NaccsMigration -Service $service -StoreName $storeName -Change Computer -Terminal *
            $seen["$kind$(if ($fixed) { 'Fixed' } else { 'Exportable' })"] = "$($result.Status) $($result.IsKeyExportable) $($result.KeyProvider)"
            $key.Dispose()
            Clear-TestCertificate $service $storeName
        }
    }
    $wrong = $seen.Keys | Where-Object { -not $seen[$_].StartsWith($(if ($_ -like '*Fixed') { 'Lost False ' } else { 'Movable True ' })) }
    ConvertTo-Answer $seen (@($wrong).Count -eq 0)
}

function Test-UserRootStore {
    $roots = @{}
    foreach ($location in 'CurrentUser', 'LocalMachine') {
        $store = [Security.Cryptography.X509Certificates.X509Store]::new('Root', $location)
        $store.Open('ReadOnly')
        $roots[$location] = @($store.Certificates | ForEach-Object Thumbprint)
        $store.Close()
    }
    $missing = @($roots.LocalMachine | Where-Object { $_ -notin $roots.CurrentUser })
    $seen = [ordered] @{ ofTheUser = $roots.CurrentUser.Count; ofTheComputer = $roots.LocalMachine.Count; notShownToTheUser = $missing.Count }
    ConvertTo-Answer $seen ($missing.Count -eq 0)
}

#endregion

#region Network

# What the platform and the module make of a proxy that answers CONNECT as told. The name of the host is nobody's, as the
# platform goes straight to addresses of this computer.
function Test-ProxyAnswer($Context, [string] $Answer, [string] $SignedInAnswer = '', [switch] $WithCredential, [string[]] $Expected) {
    Import-Tested $Context
    $proxy = [NaccsCert.Acceptance.PlainServer]::new($Context.Address, $Answer, $SignedInAnswer)
    try {
        $address = "http://$($Context.Address):$($proxy.Port)"
        $way = @{ Proxy = $address }
        $credential = $null
        if ($WithCredential) {
            $way.ProxyCredential = [pscredential]::new('acceptance', (Get-Password))
            $way.ProxyAuthentication = 'Basic'
            $credential = $way.ProxyCredential.GetNetworkCredential()
        }
        $platform = [NaccsCert.Acceptance.PlatformClient]::Get('https://naccscert.invalid/', $address, $credential, $null, 0, $false)
        $asked = $proxy.Requests.Count
        $errors = @(Get-ConnectivityError (Add-TestDefinition $Context -HostName 'naccscert.invalid' -Port 443) $way)
        $seen = [ordered] @{
            proxyIsOnLoopback = [Net.IPAddress]::IsLoopback($Context.Address)
            platform = $platform
            module = $errors
            askedByThePlatform = @($proxy.Requests | Select-Object -First $asked)
            askedByTheModule = @($proxy.Requests | Select-Object -Skip $asked)
        }
        ConvertTo-Answer $seen (@($errors | Where-Object { ($_ -split ': ')[1] -in $Expected }).Count -gt 0)
    }
    finally { $proxy.Dispose() }
}

function Test-SecureProxy($Context) {
    Import-Tested $Context
    $proxy = [NaccsCert.Acceptance.PlainServer]::new($Context.Address, 'HTTP/1.1 400 Bad Request', '')
    try {
        $address = "https://$($Context.Address):$($proxy.Port)"
        $platform = [NaccsCert.Acceptance.PlatformClient]::Get('https://naccscert.invalid/', $address, $null, $null, 0, $false)
        $service = Add-TestDefinition $Context -HostName 'naccscert.invalid' -Port 443
        $errors = @(Get-ConnectivityError $service @{ Proxy = $address })
        $named = @($errors | Where-Object { $_ -notlike '*: Unexpected' }).Count -gt 0
        ConvertTo-Answer ([ordered] @{ platform = $platform; module = $errors }) $named
    }
    finally { $proxy.Dispose() }
}

function Test-LoopbackBypass($Context) {
    $proxy = [Net.WebProxy]::new('http://naccscert.invalid:8080')
    $seen = [ordered] @{}
    foreach ($name in '127.0.0.1', 'localhost', "$($Context.Address)", 'naccscert.invalid') { $seen[$name] = $proxy.IsBypassed("https://$name/") }
    ConvertTo-Answer $seen (-not $seen['naccscert.invalid'])
}

function Test-ProxyList { ConvertTo-Answer $null $null -Reason 'It would change the proxy settings of the user, which are not this script''s to change.' }

# Whether the platform shows a client certificate to a server that names the CAs it accepts, or none.
function Test-CertificateRequest($Context, [switch] $Tls13) {
    # Windows signs with stored keys alone.
    $key = if (Test-Windows) { Add-NamedKey $Context -Kind Cng -Name (Get-AcceptanceName $Context) } else { $Context.Key }
    $certificate = Join-Key (Get-ClientCertificate $Context $key) $key
    $protocol = if ($Tls13) { 12288 } else { 3072 }
    $seen = [ordered] @{}
    foreach ($named in '', 'CN=NaccsCert Acceptance CA', 'CN=Another CA') {
        $server = [NaccsCert.Acceptance.AskingServer]::new($Tls13, $named, 'http://127.0.0.1:9/')
        $result = [NaccsCert.Acceptance.PlatformClient]::Get("https://127.0.0.1:$($server.Port)/", '', $null, $certificate, $protocol, $true)
        $case = if ($named) { "names $named" } else { 'names none' }
        $seen[$case] = [ordered] @{ client = $result; server = @($server.Seen) }
        $server.Dispose()
    }
    $shown = @('names none', 'names CN=NaccsCert Acceptance CA' | Where-Object { "$($seen[$_].server)" -like 'shown*' })
    ConvertTo-Answer $seen ($shown.Count -eq 2)
}

# What is told of a server that is not trusted, and of one that does not speak TLS.
function Test-TlsFailure($Context) {
    Import-Tested $Context
    $untrusted = [NaccsCert.Acceptance.AskingServer]::new($false, '', 'http://127.0.0.1:9/')
    $plain = [NaccsCert.Acceptance.PlainServer]::new([Net.IPAddress]::Loopback, 'HTTP/1.1 400 Bad Request', '')
    $seen = [ordered] @{}
    $ports = [ordered] @{ untrusted = $untrusted.Port; withoutTls = $plain.Port }
    foreach ($case in $ports.Keys) {
        $seen[$case] = [ordered] @{
            platform = [NaccsCert.Acceptance.PlatformClient]::Get("https://127.0.0.1:$($ports[$case])/", '', $null, $null, 0, $false)
            module = @(Get-ConnectivityError (Add-TestDefinition $Context -HostName '127.0.0.1' -Port $ports[$case]) @{ NoProxy = $true })
        }
    }
    $untrusted.Dispose()
    $plain.Dispose()
    ConvertTo-Answer $seen ("$($seen.untrusted.module)" -match ': (ServerNotTrusted|TlsInspectionDetected)' -and
        "$($seen.withoutTls.module)" -match ': TlsHandshakeFailed')
}

# Something that asks for what a certificate names is counted: how often was that?
function Measure-Fetch([scriptblock] $Action) {
    $server = [NaccsCert.Acceptance.PlainServer]::new([Net.IPAddress]::Loopback, 'HTTP/1.1 404 Not Found', '')
    try {
        $null = & $Action "http://127.0.0.1:$($server.Port)/ca.cer"
        $server.Connections
    }
    finally { $server.Dispose() }
}

# What chains make the platform fetch, and what the module's use of them does.
function Test-ChainFetch($Context) {
    Import-Tested $Context
    $build = {
        param($address, $allowDownloads)
        $chain = [Security.Cryptography.X509Certificates.X509Chain]::new()
        $chain.ChainPolicy.RevocationMode = 'NoCheck'
        $chain.ChainPolicy.UrlRetrievalTimeout = [TimeSpan]::FromSeconds(5)
        if (-not $allowDownloads) { $chain.ChainPolicy.DisableCertificateDownloads = $true }
        $chain.Build((Get-ClientCertificate $Context -Key $Context.Key -Address $address))
    }
    $connect = {
        param($address, $withModule)
        $server = [NaccsCert.Acceptance.AskingServer]::new($false, '', $address)
        if ($withModule) { Get-ConnectivityError (Add-TestDefinition $Context -HostName '127.0.0.1' -Port $server.Port) @{ NoProxy = $true } }
        else { [NaccsCert.Acceptance.PlatformClient]::Get("https://127.0.0.1:$($server.Port)/", '', $null, $null, 0, $false) }
        $server.Dispose()
    }
    $seen = [ordered] @{ chainWithNoCheck = Measure-Fetch { param($address) & $build $address $true } }
    if ([Security.Cryptography.X509Certificates.X509ChainPolicy].GetProperty('DisableCertificateDownloads')) {
        $seen.chainWithoutDownloads = Measure-Fetch { param($address) & $build $address $false }
    }
    $seen.platformConnecting = Measure-Fetch { param($address) & $connect $address $false }
    $seen.moduleConnecting = Measure-Fetch { param($address) & $connect $address $true }
    if ($seen.moduleConnecting -gt 0 -and $seen.platformConnecting -gt 0) {
        return ConvertTo-Answer $seen $null -Reason 'The HTTP stack of the platform fetches by itself while it connects.'
    }
    ConvertTo-Answer $seen ($seen.moduleConnecting -eq 0)
}

# Commands that promise to use no network, with a certificate that names addresses of ours.
function Test-OfflineCommand($Context) {
    Import-Tested $Context
    $storeName = Add-TestStore $Context
    $way = @{ Service = Add-TestDefinition $Context -HostName 'naccscert.invalid' -Port 443; StoreName = $storeName }
    $seen = [ordered] @{}
    $fetched = Measure-Fetch {
        param($address)
        $certificate = Get-ClientCertificate $Context -Key $Context.Key -Address $address
        Use-Store $storeName { param($store) $store.Add($certificate) }
        $seen.listed = @(Get-NaccsCertificate @way).Count
        $seen.tested = @(Test-NaccsCertificate @way).Count
        $seen.compliance = (Test-NaccsCompliance @way).Code
        $seen.plans = @(Get-NaccsRenewalPlan @way).Count
    }
    $seen.fetched = $fetched
    ConvertTo-Answer $seen ($seen.listed -eq 1 -and $fetched -eq 0)
}

#endregion

#region Windows: tasks, protocols, notices, files, hosts

# A task of ours; gives how it ended, as the Task Scheduler says.
function Invoke-TaskOnce([string] $Name, [int] $Seconds) {
    $running = 4
    $scheduler = New-Object -ComObject Schedule.Service
    $scheduler.Connect()
    $task = $scheduler.GetFolder('\').GetTask($Name)
    $before = $task.LastRunTime
    $null = $task.Run($null)
    $ended = Wait-Until $Seconds { $task.LastRunTime -ne $before -and $task.State -ne $running }
    [ordered] @{ ended = $ended; lastTaskResult = '0x{0:X8}' -f $task.LastTaskResult }
}

function Test-ReminderTask($Context) {
    Import-Tested $Context
    $before = Get-NaccsRenewalReminder
    if ("$($before.Status)" -ne 'NotRegistered') { return ConvertTo-Answer $null $null -Reason 'The user has a reminder, which stays what it is.' }
    Add-Made $Context -Kind Reminder -Name $before.TaskName
    $service = Add-TestDefinition $Context -HostName 'naccscert.invalid' -Port 443
    $registered = Register-NaccsRenewalReminder -Service $service
    $seen = [ordered] @{ registered = "$($registered.Status)" }
    $command = [Microsoft.Win32.Registry]::GetValue('HKEY_CURRENT_USER\Software\Classes\naccscert\shell\open\command', '', $null)
    $seen.protocolIsRegistered = [bool] $command
    $seen.task = Invoke-TaskOnce $registered.TaskName 60
    $after = Get-NaccsRenewalReminder
    $seen.stateAfter = "$($after.Status)"
    $seen.moduleHasRun = $null -ne $after.LastRun
    $null = Unregister-NaccsRenewalReminder -Confirm:$false
    $seen.stateAtTheEnd = "$((Get-NaccsRenewalReminder).Status)"
    ConvertTo-Answer $seen ($seen.task.lastTaskResult -eq '0x00000000' -and $seen.moduleHasRun -and $seen.stateAtTheEnd -eq 'NotRegistered')
}

# The task's program: does it give what the program in it gives, and show no window?
function Test-HeadlessHost {
    $powershell = Join-Path ([Environment]::SystemDirectory) 'WindowsPowerShell\v1.0\powershell.exe'
    $arguments = '--headless', $powershell, '-NoProfile', '-NonInteractive', '-Command', 'exit 42'
    $run = Wait-Program (Open-Program (Join-Path ([Environment]::SystemDirectory) 'conhost.exe') $arguments)
    ConvertTo-Answer ([ordered] @{ exitCode = $run.ExitCode; errors = $run.Errors }) ($run.ExitCode -eq 42)
}

# What Windows hands to the program of a protocol whose command has no place for the address.
function Test-ProtocolHandler($Context) {
    $scheme = (Get-AcceptanceName $Context).ToLowerInvariant()
    $key = "Software\Classes\$scheme"
    $file = Get-ScratchPath $Context 'handler.txt'
    Add-Made $Context -Kind RegistryKey -Name $key
    $powershell = Join-Path ([Environment]::SystemDirectory) 'WindowsPowerShell\v1.0\powershell.exe'
    $quoted = $file.Replace("'", "''")
    $write = "[IO.File]::WriteAllText('$quoted.new', [Environment]::CommandLine); [IO.File]::Move('$quoted.new', '$quoted')"
    $command = "`"$powershell`" -NoProfile -NonInteractive -Command `"$write`""
    [Microsoft.Win32.Registry]::SetValue("HKEY_CURRENT_USER\$key", '', 'URL:NaccsCert acceptance')
    [Microsoft.Win32.Registry]::SetValue("HKEY_CURRENT_USER\$key", 'URL Protocol', '')
    [Microsoft.Win32.Registry]::SetValue("HKEY_CURRENT_USER\$key\shell\open\command", '', $command)
    $start = [Diagnostics.ProcessStartInfo]::new("${scheme}:renew?x=1")
    $start.UseShellExecute = $true
    $null = [Diagnostics.Process]::Start($start)
    $started = Wait-Until 20 { [IO.File]::Exists($file) }
    if (-not $started) { return ConvertTo-Answer ([ordered] @{ started = $false }) $null -Reason 'Windows did not start the program, as where nobody is at a desktop.' }
    $line = [IO.File]::ReadAllText($file)
    $seen = [ordered] @{
        started = $true
        lineIsTheCommand = $line.Trim() -eq $command
        lineHasTheAddress = $line.Contains('renew?x=1')
        added = if ($line.StartsWith($command)) { $line.Substring($command.Length) }
    }
    ConvertTo-Answer $seen (-not $seen.lineHasTheAddress)
}

function Test-ToastSetting($Context) {
    $senderId = Get-AcceptanceName $Context
    Add-Made $Context -Kind RegistryKey -Name "Software\Classes\AppUserModelId\$senderId"
    # Windows keeps this for every sender that it has seen.
    Add-Made $Context -Kind RegistryKey -Name "Software\Microsoft\Windows\CurrentVersion\Notifications\Settings\$senderId"
    [Microsoft.Win32.Registry]::SetValue("HKEY_CURRENT_USER\Software\Classes\AppUserModelId\$senderId", 'DisplayName', 'NaccsCert acceptance')
    $manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
    $null = [Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom.XmlDocument, ContentType = WindowsRuntime]
    $notifier = $manager::CreateToastNotifier($senderId)
    $setting = { try { "$($notifier.Setting)" } catch { "threw 0x{0:X8}" -f $_.Exception.GetBaseException().HResult } }
    $seen = [ordered] @{ settingBefore = & $setting }
    $document = [Windows.Data.Xml.Dom.XmlDocument]::new()
    $document.LoadXml('<toast><visual><binding template="ToastGeneric"><text>NaccsCert acceptance</text></binding></visual></toast>')
    $toast = [Windows.UI.Notifications.ToastNotification]::new($document)
    $seen.show = try { $notifier.Show($toast); 'shown' } catch { "threw 0x{0:X8}" -f $_.Exception.GetBaseException().HResult }
    $seen.settingAfter = & $setting
    try { $manager::History.Clear($senderId) } catch { $seen.clear = "threw 0x{0:X8}" -f $_.Exception.GetBaseException().HResult }
    ConvertTo-Answer $seen ($seen.show -eq 'shown')
}

# Renaming over a file that somebody reads.
function Test-OpenReader($Context) {
    $folder = Get-ScratchPath $Context 'readers'
    $null = [IO.Directory]::CreateDirectory($folder)
    $target = [IO.Path]::Combine($folder, 'target')
    $source = [IO.Path]::Combine($folder, 'source')
    $ways = @{
        Replace = { [IO.File]::Replace($source, $target, $null) }
        MoveFileEx = { [NaccsCert.Acceptance.WindowsCalls]::Replace($source, $target) }
        Delete = { [IO.File]::Delete($target) }
    }
    $seen = [ordered] @{}
    foreach ($share in 'Read', 'ReadWrite', 'Read, Delete', 'ReadWrite, Delete') {
        foreach ($way in 'Replace', 'MoveFileEx', 'Delete') {
            [IO.File]::WriteAllText($target, 'old')
            [IO.File]::WriteAllText($source, 'new')
            $reader = [IO.File]::Open($target, 'Open', 'Read', $share)
            try { $seen["$way, reader shares $share"] = Get-ErrorNumber $ways[$way] }
            finally { $reader.Dispose() }
        }
    }
    $withDelete = @($seen.Keys | Where-Object { $_ -like '*Delete' -and $_ -notlike 'Delete*' -and $seen[$_] -ne 0 })
    $without = @($seen.Keys | Where-Object { $_ -notlike '*, Delete' -and $_ -notlike 'Delete,*' -and $seen[$_] -notin 5, 32, 33, 1175 })
    ConvertTo-Answer $seen ($withDelete.Count -eq 0 -and $without.Count -eq 0)
}

# Whose a folder is that a user makes in the folder for all users, and who may write to it.
function Test-SharedFolder($Context) {
    $path = [IO.Path]::Combine([Environment]::GetFolderPath('CommonApplicationData'), (Get-AcceptanceName $Context))
    Add-Made $Context -Kind Folder -Name $path
    try { $null = [IO.Directory]::CreateDirectory($path) }
    catch [UnauthorizedAccessException] { return ConvertTo-Answer ([ordered] @{ made = $false }) $true }
    $list = Get-Acl -LiteralPath $path
    $me = [Security.Principal.WindowsIdentity]::GetCurrent().User
    $sids = [Security.Principal.SecurityIdentifier]
    $writers = $list.GetAccessRules($true, $true, $sids) | Where-Object { "$($_.AccessControlType)" -eq 'Allow' -and ($_.FileSystemRights -band 2) }
    $seen = [ordered] @{
        made = $true
        ownerIsTheUser = $list.GetOwner($sids) -eq $me
        writers = @($writers | ForEach-Object { if ($_.IdentityReference -eq $me) { 'the user' } else { $_.IdentityReference.Value } })
    }
    ConvertTo-Answer $seen $seen.ownerIsTheUser
}

# Names of the session, which may be cut, against those of the account. The names themselves are not reported.
function Test-SessionName($Context) {
    Import-Tested $Context
    $ofSession = [NaccsCert.Acceptance.WindowsCalls]::SessionText(5)
    $domain = [NaccsCert.Acceptance.WindowsCalls]::SessionText(7)
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $ofAccount = ($identity.Name -split '\\')[-1]
    $account = Test-NaccsAccount
    $seen = [ordered] @{
        lengthOfAccount = $ofAccount.Length
        lengthInSession = $ofSession.Length
        same = $ofAccount -eq $ofSession
        domainIsTheSame = ($identity.Name -split '\\')[0] -eq $domain
        sidBeginsWith = ($identity.User.Value -split '-')[0..3] -join '-'
        account = "$($account.Status)"
    }
    if (-not $ofSession) { return ConvertTo-Answer $seen $null -Reason 'Nobody is logged on to this session.' }
    if ($ofAccount.Length -le 20) { return ConvertTo-Answer $seen $null -Reason 'The name of this user is too short to tell.' }
    ConvertTo-Answer $seen ($seen.account -eq 'Suitable')
}

# A module whose files bear the mark of a download.
function Test-MarkOfTheWeb($Context) {
    $copy = Get-ScratchPath $Context 'downloaded\NaccsCert'
    Copy-Item ([IO.Path]::GetDirectoryName($Context.Manifest)) $copy -Recurse
    Get-ChildItem $copy -Recurse -File | ForEach-Object { Set-Content -LiteralPath $_.FullName -Stream Zone.Identifier -Value "[ZoneTransfer]`r`nZoneId=3" }
    $command = "try { Import-Module '$($copy.Replace("'", "''"))' -ErrorAction Stop; (Test-NaccsCompliance).Code } catch { `"`$_`" }"
    $seen = [ordered] @{}
    foreach ($policy in 'RemoteSigned', 'Bypass') {
        $run = Wait-Program (Open-Shell $Context @('-NoProfile', '-NonInteractive', '-ExecutionPolicy', $policy, '-Command', $command))
        $seen[$policy] = ($run.Output + $run.Errors).Replace($Context.Scratch, '(scratch)').Trim()
    }
    $loads = "$($seen.Bypass)" -match '^[A-Za-z]+$'
    ConvertTo-Answer $seen ($loads -or "$($seen.Bypass)" -like '*Unblock-File*')
}

# Whether codes that are typed as arguments are in the event log.
function Test-ScriptBlockLog($Context) {
    $key = 'SOFTWARE\Policies\Microsoft\Windows\PowerShell\ScriptBlockLogging'
    $log = 'Microsoft-Windows-PowerShell/Operational'
    if ($PSVersionTable.PSEdition -eq 'Core') {
        $key = 'SOFTWARE\Policies\Microsoft\PowerShellCore\ScriptBlockLogging'
        $log = 'PowerShellCore/Operational'
    }
    $isOn = foreach ($hive in 'HKEY_LOCAL_MACHINE', 'HKEY_CURRENT_USER') { [Microsoft.Win32.Registry]::GetValue("$hive\$key", 'EnableScriptBlockLogging', 0) -eq 1 }
    if ($isOn -notcontains $true) { return ConvertTo-Answer ([ordered] @{ isOn = $false }) $null -Reason 'Script block logging is off here.' }
    $marker = Get-AcceptanceName $Context
    $null = Wait-Program (Open-Shell $Context @('-NoProfile', '-Command', "Write-Output $marker"))
    $recorded = Wait-Until 10 {
        @(Get-WinEvent -FilterHashtable @{ LogName = $log; Id = 4104 } -MaxEvents 50 -ErrorAction Ignore | Where-Object Message -Like "*$marker*").Count -gt 0
    }
    ConvertTo-Answer ([ordered] @{ isOn = $true; argumentIsRecorded = $recorded }) $recorded
}

#endregion

#region PowerShell itself

# What a script learns of the program that runs it, in each way that it is started.
function Test-HostCommandLine($Context) {
    # Nothing but the engine: a cold one takes seconds to find out where commands are.
    $facts = @'
$silent = $false
foreach ($argument in [Environment]::GetCommandLineArgs()) {
    if ($argument.Length -gt 3 -and '-NonInteractive'.StartsWith($argument, 'OrdinalIgnoreCase')) { $silent = $true }
}
$texts = [Environment]::CommandLine, $silent, [Environment]::UserInteractive, [bool] $PSScriptRoot, $Host.Name
'NACCS' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($texts -join "`n"))
'@
    $file = Get-ScratchPath $Context 'host.ps1'
    [IO.File]::WriteAllText($file, $facts)
    $quoted = $file.Replace("'", "''")
    $ways = [ordered] @{
        intune = @('-NoProfile', '-executionPolicy', 'bypass', '-file', $file)
        silentCommand = @('-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command', "& '$quoted'")
        text = @('-NoProfile', '-ExecutionPolicy', 'Bypass', '-Command', "& ([scriptblock]::Create([IO.File]::ReadAllText('$quoted')))")
    }
    $started = @{}
    foreach ($way in $ways.Keys) { $started[$way] = Open-Shell $Context $ways[$way] }
    $seen = [ordered] @{}
    foreach ($way in $ways.Keys) {
        $run = Wait-Program $started[$way]
        $line = @($run.Output -split '\r?\n' | Where-Object { $_ -like 'NACCS*' })
        if ($line.Count -eq 0) {
            $seen[$way] = "exit code $($run.ExitCode): $($run.Errors.Trim())"
            continue
        }
        $line, $silent, $interactive, $folder, $name = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line[0].Substring(5))) -split "`n"
        $seen[$way] = [ordered] @{
            commandLine = $line.Replace($Context.Scratch, '(scratch)').Replace($Context.Shell[0], '(shell)').Replace($Context.Shell[-1], '(shell)')
            nonInteractive = $silent -eq 'True'
            userInteractive = $interactive -eq 'True'
            folderOfScript = $folder -eq 'True'
            host = $name
        }
    }
    $texts = @($seen.Values | Where-Object { $_ -is [string] })
    if ($texts.Count -gt 0) { return ConvertTo-Answer $seen $null -Reason 'A host did not run the script.' }
    ConvertTo-Answer $seen (-not $seen.intune.nonInteractive -and $seen.silentCommand.nonInteractive -and -not $seen.text.folderOfScript)
}

# Which characters end a text in single quotation marks, and whether an escaped one comes through a command line whole.
function Test-QuotationMark($Context) {
    $kinds = 'InitialQuotePunctuation', 'FinalQuotePunctuation', 'OpenPunctuation', 'ClosePunctuation', 'OtherPunctuation', 'ModifierSymbol', 'ModifierLetter'
    $ending = foreach ($code in @(0x21..0x33FF) + @(0xFB00..0xFFFD)) {
        $character = [char] $code
        if ("$([char]::GetUnicodeCategory($character))" -notin $kinds) { continue }
        $errors = $null
        $null = [Management.Automation.Language.Parser]::ParseInput("'a$character", [ref] $null, [ref] $errors)
        if ($errors.Count -eq 0) { 'U+{0:X4}' -f $code }
    }
    $marks = "'" + -join [char[]] (0x2018..0x201B)
    $literal = "'" + [Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent("a${marks}b") + "'"
    $command = "[int[]] [char[]] $literal -join ' '"
    $expected = [int[]] [char[]] "a${marks}b" -join ' '
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($command))
    $plain = Open-Shell $Context @('-NoProfile', '-NonInteractive', '-Command', $command)
    $inBase64 = Open-Shell $Context @('-NoProfile', '-NonInteractive', '-EncodedCommand', $encoded)
    $seen = [ordered] @{
        ending = @($ending)
        throughCommand = (Wait-Program $plain).Output.Trim() -eq $expected
        throughEncodedCommand = (Wait-Program $inBase64).Output.Trim() -eq $expected
    }
    ConvertTo-Answer $seen ("$($seen.ending)" -eq 'U+0027 U+2018 U+2019 U+201A U+201B' -and $seen.throughCommand -and $seen.throughEncodedCommand)
}

# What an error shows at a console.
function Test-ErrorRemedy($Context) {
    Import-Tested $Context
    $record = [Management.Automation.ErrorRecord]::new([InvalidOperationException]::new('what'), 'id', 'NotSpecified', $null)
    $record.ErrorDetails = [Management.Automation.ErrorDetails]::new('what')
    $record.ErrorDetails.RecommendedAction = 'RemedyOfTheRecord'
    $problem = try { Get-NaccsCertificate -Service nowhere } catch { $_ }
    $remedy = $problem.Exception.RecommendedAction
    $shown = ($problem | Out-String -Width 2000) -replace '\x1b\[[0-9;]*m', '' -replace '\s', ''
    $seen = [ordered] @{
        showsRecommendedAction = ($record | Out-String -Width 2000).Contains('RemedyOfTheRecord')
        moduleHasRemedy = [bool] $remedy
        remedyIsShown = $remedy -and $shown.Contains(($remedy -replace '\s', ''))
    }
    ConvertTo-Answer $seen $seen.remedyIsShown
}

# The languages of threads that a session of another language hands work to, and that of what the module says from one.
function Test-ThreadCulture($Context) {
    Import-Tested $Context
    $thread = [Threading.Thread]::CurrentThread
    $before = $thread.CurrentUICulture
    $thread.CurrentUICulture = [cultureinfo] 'ja-JP'
    try {
        $seen = [ordered] @{ threads = [NaccsCert.Acceptance.Cultures]::OnOtherThreads() }
        $stages = Test-NaccsConnectivity -Service (Add-TestDefinition $Context -HostName '127.0.0.1' -Port 9) -NoProxy -TimeoutSec 20 -Detailed
        $texts = @($stages | Where-Object Error | ForEach-Object { "$($_.Detail) $($_.Advice)" })
        $seen.moduleTexts = $texts.Count
        $seen.moduleTextsInJapanese = @($texts | Where-Object { $_ -match '[\u3040-\u30FF]' }).Count
    }
    finally { $thread.CurrentUICulture = $before }
    ConvertTo-Answer $seen ($seen.moduleTexts -gt 0 -and $seen.moduleTextsInJapanese -eq $seen.moduleTexts)
}

# The scripts that agents run: their bytes, and what a signature says of them with and without a mark.
function Test-ScriptEncoding($Context) {
    $folder = [IO.Path]::Combine([IO.Path]::GetDirectoryName($Context.Manifest), 'scripts')
    $seen = [ordered] @{ scripts = [ordered] @{} }
    $wrong = 0
    foreach ($script in [IO.Directory]::GetFiles($folder, '*.ps1', 'AllDirectories')) {
        $bytes = [IO.File]::ReadAllBytes($script)
        $mark = $bytes.Length -gt 2 -and $bytes[0] -eq 0xEF -and $bytes[1] -eq 0xBB -and $bytes[2] -eq 0xBF
        $start = if ($mark) { 3 } else { 0 }
        $others = @($bytes[$start..($bytes.Length - 1)] | Where-Object { $_ -gt 127 }).Count
        if ($others -gt 0) { $wrong++ }
        $seen.scripts[[IO.Path]::GetFileName($script)] = [ordered] @{ mark = $mark; bytesBeyondAscii = $others }
    }
    if (Test-Windows) {
        $signer = Get-SelfSigned 'CN=NaccsCertAcceptance' (Add-NamedKey $Context -Kind Cng -Name (Get-AcceptanceName $Context))
        foreach ($mark in $false, $true) {
            $file = Get-ScratchPath $Context "signed-$mark.ps1"
            [IO.File]::WriteAllText($file, "exit 0`r`n", [Text.UTF8Encoding]::new($mark))
            try { $status = "$((Set-AuthenticodeSignature -LiteralPath $file -Certificate $signer).Status), $((Get-AuthenticodeSignature -LiteralPath $file).Status)" }
            catch { $status = "$($_.FullyQualifiedErrorId)" }
            $seen["signedWithMark$mark"] = $status
        }
    }
    ConvertTo-Answer $seen ($wrong -eq 0)
}

#endregion

#region The module's own whole way

function Test-OwnWay($Context) {
    $storeName = Add-TestStore $Context
    $way = @{ Service = $Context.Service; StoreName = $storeName }
    $seen = [ordered] @{}
    Import-Tested $Context
    $seen.commands = @(Get-Command -Module NaccsCert).Count
    $seen.enroll = "$((Invoke-TestEnrollment $Context $storeName).Status)"
    $seen.list = "$((Get-NaccsCertificate @way).Status)"
    $seen.test = "$((Test-NaccsCertificate @way).Checks | Where-Object Name -EQ Key | ForEach-Object Status)"
    $seen.renew = "$((Invoke-TestRenewal $Context $storeName).Status)"
    $seen.listRenewed = "$((Get-NaccsCertificate @way -IncludeArchived).Status)"
    $seen.listOffered = "$((Get-NaccsCertificate @way).Status)"
    $seen.archived = "$((Get-NaccsCertificate @way -IncludeArchived).Archived)"
    $seen.archivedInStore = "$(Use-Store $storeName { param($store) $store.Certificates | ForEach-Object Archived } | Sort-Object)"
    $seen.restored = "$((Get-NaccsCertificate @way -Status Superseded | Restore-NaccsCertificate @way).Archived)"
    $seen.remind = "$((Invoke-NaccsRenewalReminder @way -NoNotice -Confirm:$false).Status)"
    $seen.compliance = (Test-NaccsCompliance @way).Code
    $null = Clear-TestCertificate $Context.Service $storeName
    $seen.listRemoved = @(Get-NaccsCertificate @way -IncludeArchived).Count
    $whole = $seen.enroll -eq 'Enrolled' -and $seen.test -eq 'Passed' -and $seen.renew -eq 'Renewed' -and
        $seen.listRenewed -eq 'RenewalDue Superseded' -and $seen.listOffered -eq 'RenewalDue' -and
        $seen.archived -eq 'False True' -and ($env:OS -ne 'Windows_NT' -or $seen.archivedInStore -eq 'False True') -and $seen.restored -eq 'False' -and $seen.remind -ne '' -and $seen.listRemoved -eq 0
    ConvertTo-Answer $seen $whole
}

#endregion

#region Servers, a client and calls, in C# 5

$helper = @'
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using Org.BouncyCastle.X509;
using CertificateRequest = Org.BouncyCastle.Tls.CertificateRequest;
using TlsCertificateList = Org.BouncyCastle.Tls.Certificate;

namespace NaccsCert.Acceptance
{
    // Answers every request of plain HTTP alike, CONNECT included, and remembers the first line of each.
    public sealed class PlainServer : IDisposable
    {
        private readonly TcpListener _listener;
        private readonly string _answer;
        private readonly string _signedInAnswer;
        private readonly List<string> _requests = new List<string>();
        private int _connections;

        public PlainServer(IPAddress address, string answer, string signedInAnswer)
        {
            _answer = answer;
            _signedInAnswer = signedInAnswer;
            _listener = new TcpListener(address, 0);
            _listener.Start();
            Listening.Begin(_listener, Answer);
        }

        public int Port { get { return ((IPEndPoint)_listener.LocalEndpoint).Port; } }

        public int Connections { get { return Thread.VolatileRead(ref _connections); } }

        public string[] Requests { get { lock (_requests) { return _requests.ToArray(); } } }

        public void Dispose() { _listener.Stop(); }

        private void Answer(Stream stream)
        {
            Interlocked.Increment(ref _connections);
            for (string head = Listening.ReadHead(stream); head.Length > 0; head = Listening.ReadHead(stream))
            {
                bool signedIn = head.IndexOf("\nProxy-Authorization: Basic ", StringComparison.OrdinalIgnoreCase) >= 0;
                lock (_requests) { _requests.Add((signedIn ? "signed in: " : "") + head.Substring(0, head.IndexOf('\r'))); }
                byte[] bytes = Encoding.ASCII.GetBytes((signedIn ? _signedInAnswer : _answer) + "\r\nContent-Length: 0\r\n\r\n");
                stream.Write(bytes, 0, bytes.Length);
            }
        }
    }

    // What servers share: connections on threads of their own, which end with the process.
    public static class Listening
    {
        private const int TlsHandshake = 0x16;

        public static void Begin(TcpListener listener, Action<Stream> answer)
        {
            Start(delegate
            {
                while (true)
                {
                    TcpClient client = listener.AcceptTcpClient();
                    Start(delegate { using (client) { answer(client.GetStream()); } });
                }
            });
        }

        public static string ReadHead(Stream stream)
        {
            var head = new StringBuilder();
            for (int next = stream.ReadByte(); next >= 0 && head.Length < 65536; next = stream.ReadByte())
            {
                head.Append((char)next);

                // Whoever begins with a handshake of TLS waits for an answer; here is none but in plain text.
                if (head.Length == 1 && next == TlsHandshake) { return "TLS\r\n\r\n"; }
                if (next == '\n' && head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)) { return head.ToString(); }
            }

            return "";
        }

        private static void Start(Action work)
        {
            // A connection that breaks is what many questions are about; nobody else is told.
            new Thread(delegate() { try { work(); } catch (Exception) { } }) { IsBackground = true }.Start();
        }
    }

    // The platform's own HTTP stack, without anything of the module's.
    public static class PlatformClient
    {
        // What came: "status 200", or each exception from the outermost to the innermost, with what it tells.
        public static string[] Get(string address, string proxy, NetworkCredential credential, X509Certificate2 certificate, int protocols, bool trust)
        {
            var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = proxy.Length > 0 };
            if (proxy.Length > 0) { handler.Proxy = new WebProxy(proxy) { Credentials = credential }; }
            if (trust) { handler.ServerCertificateCustomValidationCallback = delegate { return true; }; }
            if (protocols != 0) { handler.SslProtocols = (SslProtocols)protocols; }
            if (certificate != null)
            {
                handler.ClientCertificateOptions = ClientCertificateOption.Manual;
                handler.ClientCertificates.Add(certificate);
            }

            try
            {
                using (var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10) })
                using (HttpResponseMessage response = client.GetAsync(address).GetAwaiter().GetResult())
                {
                    return new[] { "status " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture) };
                }
            }
            catch (Exception exception)
            {
                return Describe(exception);
            }
        }

        public static string[] Describe(Exception exception)
        {
            var lines = new List<string>();
            for (; exception != null; exception = exception.InnerException)
            {
                lines.Add(exception.GetType().FullName + Detail(exception));
            }

            return lines.ToArray();
        }

        private static string Detail(Exception exception)
        {
            var web = exception as WebException;
            var response = web == null ? null : web.Response as HttpWebResponse;
            if (response != null)
            {
                return " " + web.Status + ", response " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)
                    + ", Proxy-Authenticate: " + response.Headers["Proxy-Authenticate"];
            }

            if (web != null) { return " " + web.Status + ", no response"; }
            var socket = exception as SocketException;
            if (socket != null) { return " " + socket.SocketErrorCode; }
            var system = exception as Win32Exception;
            if (system != null) { return " 0x" + system.NativeErrorCode.ToString("X8", CultureInfo.InvariantCulture); }
            PropertyInfo kind = exception.GetType().GetProperty("HttpRequestError");
            return kind == null ? "" : " " + kind.GetValue(exception, null);
        }
    }

    // The library, for what was compiled in memory: .NET Framework looks for it beside the program alone.
    public static class Library
    {
        public static void Offer(Assembly library)
        {
            AppDomain.CurrentDomain.AssemblyResolve += delegate(object asker, ResolveEventArgs asked)
            {
                return asked.Name == library.FullName ? library : null;
            };
        }
    }

    // What threads have for a culture when the session has set its own.
    public static class Cultures
    {
        public static string[] OnOtherThreads()
        {
            string started = "";
            var thread = new Thread(delegate() { started = Name(); });
            thread.Start();
            thread.Join();
            string queued = "";
            using (var done = new ManualResetEvent(false))
            {
                ThreadPool.QueueUserWorkItem(delegate { queued = Name(); done.Set(); });
                done.WaitOne();
            }

            return new[] { "Task.Run: " + Task.Run(new Func<string>(Name)).Result, "QueueUserWorkItem: " + queued, "Thread: " + started };
        }

        private static string Name() { return CultureInfo.CurrentUICulture.Name; }
    }

    // What PowerShell cannot call.
    public static class WindowsCalls
    {
        private const int ReplaceExisting = 1;

        // A text of this session, such as the name of its user (5) or the domain (7).
        public static string SessionText(int kind)
        {
            IntPtr text;
            int length;
            if (!WTSQuerySessionInformationW(IntPtr.Zero, -1, kind, out text, out length)) { return ""; }
            try { return Marshal.PtrToStringUni(text); }
            finally { WTSFreeMemory(text); }
        }

        public static void Replace(string source, string target)
        {
            if (!MoveFileExW(source, target, ReplaceExisting)) { throw new IOException("MoveFileEx", Marshal.GetLastWin32Error()); }
        }

        [DllImport("kernel32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, SetLastError = true)]
        private static extern bool MoveFileExW(string source, string target, int flags);

        [DllImport("wtsapi32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, SetLastError = true)]
        private static extern bool WTSQuerySessionInformationW(IntPtr server, int session, int kind, out IntPtr text, out int length);

        [DllImport("wtsapi32.dll", ExactSpelling = true)]
        private static extern void WTSFreeMemory(IntPtr memory);
    }

    // A TLS server that asks for a client certificate and never insists. Its TLS is not Windows' own, so that it can say
    // which CAs it accepts, and which certificate it was shown, as no setting of this computer would have it.
    public sealed class AskingServer : IDisposable
    {
        private readonly TcpListener _listener;
        private readonly AsymmetricCipherKeyPair _key;
        private readonly byte[] _certificate;
        private readonly ProtocolVersion _version;
        private readonly string _acceptedCA;
        private readonly List<string> _seen = new List<string>();

        public AskingServer(bool tls13, string acceptedCA, string issuersAddress)
        {
            _version = tls13 ? ProtocolVersion.TLSv13 : ProtocolVersion.TLSv12;
            _acceptedCA = acceptedCA;
            var random = new SecureRandom();
            var generator = new ECKeyPairGenerator();
            generator.Init(new ECKeyGenerationParameters(SecObjectIdentifiers.SecP256r1, random));
            _key = generator.GenerateKeyPair();
            _certificate = Issue(_key, issuersAddress, random);
            _listener = new TcpListener(IPAddress.Loopback, 0);
            _listener.Start();
            Listening.Begin(_listener, Answer);
        }

        public int Port { get { return ((IPEndPoint)_listener.LocalEndpoint).Port; } }

        // "shown CN=..." or "not shown" for each handshake that was finished.
        public string[] Seen { get { lock (_seen) { return _seen.ToArray(); } } }

        public void Dispose() { _listener.Stop(); }

        private void Answer(Stream stream)
        {
            var server = new Handshake(_certificate, _key.Private, _version, _acceptedCA);
            var protocol = new TlsServerProtocol(stream);
            protocol.Accept(server);
            lock (_seen) { _seen.Add(server.Shown == null ? "not shown" : "shown " + server.Shown); }
            if (Listening.ReadHead(protocol.Stream).Length > 0)
            {
                byte[] bytes = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                protocol.Stream.Write(bytes, 0, bytes.Length);
            }

            protocol.Close();
        }

        // Of an issuer that nobody has, who is to be had at an address.
        private static byte[] Issue(AsymmetricCipherKeyPair key, string issuersAddress, SecureRandom random)
        {
            var generator = new X509V3CertificateGenerator();
            generator.SetSerialNumber(new BigInteger(64, random).Add(BigInteger.One));
            generator.SetIssuerDN(new X509Name("CN=NaccsCert acceptance unknown CA"));
            generator.SetSubjectDN(new X509Name("CN=127.0.0.1"));
            generator.SetNotBefore(DateTime.UtcNow.AddDays(-1));
            generator.SetNotAfter(DateTime.UtcNow.AddDays(1));
            generator.SetPublicKey(key.Public);
            generator.AddExtension(X509Extensions.SubjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.IPAddress, "127.0.0.1")));
            generator.AddExtension(
                X509Extensions.AuthorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                    new AccessDescription(AccessDescription.IdADCAIssuers, new GeneralName(GeneralName.UniformResourceIdentifier, issuersAddress))));
            return generator.Generate(new Asn1SignatureFactory("SHA256WITHECDSA", key.Private, random)).GetEncoded();
        }

        private sealed class Handshake : DefaultTlsServer
        {
            private readonly byte[] _certificate;
            private readonly AsymmetricKeyParameter _key;
            private readonly ProtocolVersion _version;
            private readonly string _acceptedCA;

            public Handshake(byte[] certificate, AsymmetricKeyParameter key, ProtocolVersion version, string acceptedCA)
                : base(new BcTlsCrypto(new SecureRandom()))
            {
                _certificate = certificate;
                _key = key;
                _version = version;
                _acceptedCA = acceptedCA;
            }

            public string Shown { get; private set; }

            public override TlsCredentials GetCredentials()
            {
                TlsCertificate own = Crypto.CreateCertificate(_certificate);
                TlsCertificateList list = TlsUtilities.IsTlsV13(m_context)
                    ? new TlsCertificateList(TlsUtilities.EmptyBytes, new[] { new CertificateEntry(own, null) })
                    : new TlsCertificateList(new[] { own });
                var algorithm = SignatureAndHashAlgorithm.GetInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);
                return new BcDefaultTlsCredentialedSigner(new TlsCryptoParameters(m_context), (BcTlsCrypto)Crypto, _key, list, algorithm);
            }

            public override CertificateRequest GetCertificateRequest()
            {
                var algorithms = TlsUtilities.GetDefaultSupportedSignatureAlgorithms(m_context);
                IList<X509Name> authorities = _acceptedCA.Length == 0 ? null : new[] { new X509Name(_acceptedCA) };
                return TlsUtilities.IsTlsV13(m_context)
                    ? new CertificateRequest(TlsUtilities.EmptyBytes, algorithms, null, authorities)
                    : new CertificateRequest(new short[] { ClientCertificateType.rsa_sign, ClientCertificateType.ecdsa_sign }, algorithms, authorities);
            }

            public override void NotifyClientCertificate(TlsCertificateList shown)
            {
                if (!shown.IsEmpty)
                {
                    Shown = X509CertificateStructure.GetInstance(shown.GetCertificateAt(0).GetEncoded()).Subject.ToString();
                }
            }

            protected override ProtocolVersion[] GetSupportedVersions() { return _version.Only(); }

            protected override int[] GetSupportedCipherSuites()
            {
                return TlsUtilities.GetSupportedCipherSuites(
                    Crypto,
                    new[]
                    {
                        CipherSuite.TLS_AES_128_GCM_SHA256,
                        CipherSuite.TLS_AES_256_GCM_SHA384,
                        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                    });
            }
        }
    }
}
'@

#endregion

#region The questions, as docs/verification.md has them

$questions = @(
    @{
        Id = 'own-way'
        Question = 'Is the module imported, and does it enroll, list, renew, remind and remove?'
        ReliesOn = 'All of it works, in this PowerShell, as this user.'
        Probe = 'Test-OwnWay'; Needs = 'Sandbox'; StandardUser = $true
    }
    @{
        Id = 'pfx-cng'
        Question = 'Does a key that a PKCS#12 file brings into a key storage provider outlive the objects that loaded it?'
        ReliesOn = 'What was loaded with PersistKeySet stays. A look without it may delete the key of another load, so the platform never looks.'
        Probe = 'Test-KeyContainer'; With = @{ Kind = 'Cng' }; Needs = 'Windows'
    }
    @{
        Id = 'pfx-csp'
        Question = 'The same of a cryptographic service provider.'
        ReliesOn = 'As for pfx-cng.'
        Probe = 'Test-KeyContainer'; With = @{ Kind = 'Csp' }; Needs = 'Windows'
    }
    @{
        Id = 'pfx-import'
        Question = 'What does importing the same PKCS#12 file twice do?'
        ReliesOn = 'The second import changes nothing, and the key signs after both.'
        Probe = 'Test-Pkcs12Import'; Needs = 'Sandbox'; StandardUser = $true
    }
    @{
        Id = 'csp-removal'
        Question = 'Does removing a certificate destroy its key where that is of a cryptographic service provider?'
        ReliesOn = 'It does.'
        Probe = 'Test-CspRemoval'; Needs = 'Windows'
    }
    @{
        Id = 'key-export'
        Question = 'Does a key say by itself whether it can be exported, of both kinds of providers?'
        ReliesOn = 'Its export policy or permissions say so, and Test-NaccsMigration reads them.'
        Probe = 'Test-KeyExport'; Needs = 'Windows'
    }
    @{
        Id = 'user-root-store'
        Question = 'Does the root store of the user show the roots of the computer?'
        ReliesOn = 'It shows all of them.'
        Probe = 'Test-UserRootStore'; Needs = 'Windows'
    }
    @{
        Id = 'reminder-task'
        Question = 'How does the task of a registered reminder end (LastTaskResult)?'
        ReliesOn = 'With 0, after the module has run in it; and it is removed again.'
        Probe = 'Test-ReminderTask'; Needs = 'Windows'; StandardUser = $true; Seconds = 120
    }
    @{
        Id = 'conhost-headless'
        Question = 'Does conhost --headless pass on the exit code of what it runs?'
        ReliesOn = 'It does, so that the result of the task is that of the module.'
        Probe = 'Test-HeadlessHost'; Needs = 'Windows'; StandardUser = $true
    }
    @{
        Id = 'protocol-command-line'
        Question = 'Which command line does Windows hand to a protocol''s program whose command has no place for the address?'
        ReliesOn = 'The command alone: nothing of the address gets into it.'
        Probe = 'Test-ProtocolHandler'; Needs = 'Windows'; StandardUser = $true; Seconds = 45
    }
    @{
        Id = 'toast-setting'
        Question = 'Does ToastNotifier.Setting throw for a sender without a package, and what is it after one toast?'
        ReliesOn = 'A throw means unknown: the toast is shown all the same.'
        Probe = 'Test-ToastSetting'; Needs = 'Windows', 'Desktop'; StandardUser = $true
    }
    @{
        Id = 'tls-12'
        Question = 'Under TLS 1.2, is a client certificate shown to a server that names CAs, or none?'
        ReliesOn = 'It is shown where its own CA is named, and where none is.'
        Probe = 'Test-CertificateRequest'; With = @{ Tls13 = $false }; Needs = 'Helper'
    }
    @{
        Id = 'tls-13'
        Question = 'The same under TLS 1.3.'
        ReliesOn = 'As for tls-12.'
        Probe = 'Test-CertificateRequest'; With = @{ Tls13 = $true }; Needs = 'Helper'
    }
    @{
        Id = 'tls-failure'
        Question = 'What is told of a server that is not trusted, and of one that does not speak TLS?'
        ReliesOn = 'ServerNotTrusted or TlsInspectionDetected, and TlsHandshakeFailed: neither is taken for a proxy''s failure.'
        Probe = 'Test-TlsFailure'; Needs = 'Helper'
    }
    @{
        Id = 'proxy-407-basic'
        Question = 'How does a proxy appear that answers CONNECT with 407 and offers Basic?'
        ReliesOn = 'It is recognised, and Basic is not used without being chosen: ProxyBasicNotAllowed or ProxyAuthenticationRequired.'
        Probe = 'Test-ProxyAnswer'; Needs = 'Helper'
        With = @{ Answer = "HTTP/1.1 407 Proxy Authentication Required`r`nProxy-Authenticate: Basic realm=`"acceptance`""; Expected = 'ProxyBasicNotAllowed', 'ProxyAuthenticationRequired' }
    }
    @{
        Id = 'proxy-407-basic-signed-in'
        Question = 'How does one appear that refuses the password with 407?'
        ReliesOn = 'ProxyCredentialRefused.'
        Probe = 'Test-ProxyAnswer'; Needs = 'Helper'
        With = @{
            Answer = "HTTP/1.1 407 Proxy Authentication Required`r`nProxy-Authenticate: Basic realm=`"acceptance`""
            SignedInAnswer = "HTTP/1.1 407 Proxy Authentication Required`r`nProxy-Authenticate: Basic realm=`"acceptance`""
            WithCredential = $true
            Expected = 'ProxyCredentialRefused'
        }
    }
    @{
        Id = 'proxy-407-ntlm'
        Question = 'How does one appear that offers NTLM?'
        ReliesOn = 'The signed-in user''s credentials are tried, and refused: ProxyAuthenticationRequired or ProxyCredentialRefused.'
        Probe = 'Test-ProxyAnswer'; Needs = 'Helper'
        With = @{ Answer = "HTTP/1.1 407 Proxy Authentication Required`r`nProxy-Authenticate: NTLM"; Expected = 'ProxyAuthenticationRequired', 'ProxyCredentialRefused' }
    }
    @{
        Id = 'proxy-403'
        Question = 'How does one appear that answers 403?'
        ReliesOn = 'ProxyRefused.'
        Probe = 'Test-ProxyAnswer'; With = @{ Answer = 'HTTP/1.1 403 Forbidden'; Expected = 'ProxyRefused' }; Needs = 'Helper'
    }
    @{
        Id = 'proxy-502'
        Question = 'How does one appear that answers 502?'
        ReliesOn = 'ProxyRefused.'
        Probe = 'Test-ProxyAnswer'; With = @{ Answer = 'HTTP/1.1 502 Bad Gateway'; Expected = 'ProxyRefused' }; Needs = 'Helper'
    }
    @{
        Id = 'proxy-https'
        Question = 'What does the HTTP stack make of a proxy whose address begins with https?'
        ReliesOn = 'Windows PowerShell cannot use it; that is told by an id of its own.'
        Probe = 'Test-SecureProxy'; Needs = 'Helper'
    }
    @{
        Id = 'proxy-loopback'
        Question = 'Which hosts bypass a proxy that was set?'
        ReliesOn = 'Those of this computer at most.'
        Probe = 'Test-LoopbackBypass'
    }
    @{
        Id = 'proxy-list'
        Question = 'Does a list of proxies from a PAC file fail over to the next?'
        ReliesOn = 'The HTTP stack is left the list, and tries the next one.'
        Probe = 'Test-ProxyList'
    }
    @{
        Id = 'offline-commands'
        Question = 'Do commands that promise not to use the network fetch what a certificate names (AIA, CRL)?'
        ReliesOn = 'Nothing is fetched.'
        Probe = 'Test-OfflineCommand'; Needs = 'Helper'
    }
    @{
        Id = 'chain-fetch'
        Question = 'Does building a chain with NoCheck fetch issuers, by itself and while connecting?'
        ReliesOn = 'The module''s own chains fetch nothing.'
        Probe = 'Test-ChainFetch'; Needs = 'Helper'; Seconds = 60
    }
    @{
        Id = 'file-open-reader'
        Question = 'Can a file be replaced that somebody reads, with and without FileShare.Delete?'
        ReliesOn = 'With it yes; without it the error is 5, 32, 33 or 1175, and the module tries again.'
        Probe = 'Test-OpenReader'; Needs = 'Windows', 'Helper'
    }
    @{
        Id = 'shared-folder'
        Question = 'May a user make folders in the folder for all users, and who owns them?'
        ReliesOn = 'Such a folder is the user''s: machine-wide definitions count by owner and access list only.'
        Probe = 'Test-SharedFolder'; Needs = 'Windows'; StandardUser = $true
    }
    @{
        Id = 'session-names'
        Question = 'Are the names that the session tells of its user cut at 20 characters?'
        ReliesOn = 'A cut name does not stop the user of the desktop.'
        Probe = 'Test-SessionName'; Needs = 'Windows', 'Helper'
    }
    @{
        Id = 'mark-of-the-web'
        Question = 'What becomes of a module whose files were marked as downloaded?'
        ReliesOn = 'It loads, or the error names Unblock-File.'
        Probe = 'Test-MarkOfTheWeb'; Needs = 'Windows'; Seconds = 60
    }
    @{
        Id = 'script-block-logging'
        Question = 'Does script block logging record what is typed as an argument?'
        ReliesOn = 'It does; codes are to be typed at the prompt.'
        Probe = 'Test-ScriptBlockLog'; Needs = 'Windows'; Seconds = 45
    }
    @{
        Id = 'host-command-line'
        Question = 'What does a script learn of its host, in each way that it is started?'
        ReliesOn = 'An agent''s command line says nothing of silence, and a script that comes as text has no folder: both are told by parameters.'
        Probe = 'Test-HostCommandLine'; Seconds = 60
    }
    @{
        Id = 'single-quotes'
        Question = 'Which characters end a text in single quotation marks?'
        ReliesOn = 'U+0027 and U+2018 to U+201B, which come through a command line when they are doubled.'
        Probe = 'Test-QuotationMark'; Seconds = 60
    }
    @{
        Id = 'error-remedy'
        Question = 'Does an error at a console show what to do?'
        ReliesOn = 'The remedy is part of what is shown.'
        Probe = 'Test-ErrorRemedy'
    }
    @{
        Id = 'thread-culture'
        Question = 'Do threads that work is handed to have the language of the session?'
        ReliesOn = 'They may not; what the module says from them is in it all the same.'
        Probe = 'Test-ThreadCulture'; Needs = 'Helper'
    }
    @{
        Id = 'script-encoding'
        Question = 'Are the scripts that agents run the same in every code page, and signed with and without a byte order mark?'
        ReliesOn = 'They are ASCII.'
        Probe = 'Test-ScriptEncoding'
    }
)

if ($List) { return $questions | ForEach-Object { [pscustomobject] @{ Id = $_.Id; Question = $_.Question; ReliesOn = $_.ReliesOn } } }

#endregion

#region The run

# An address of this computer that is not the loopback one; that where there is no other.
function Find-Address {
    $up = [Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces() | Where-Object OperationalStatus -EQ Up
    $addresses = $up | ForEach-Object { $_.GetIPProperties().UnicastAddresses } | ForEach-Object { $_.Address }
    $others = @($addresses | Where-Object { "$($_.AddressFamily)" -eq 'InterNetwork' -and -not [Net.IPAddress]::IsLoopback($_) })
    if ($others.Count -gt 0) { $others[0] } else { [Net.IPAddress]::Loopback }
}

# The program and the first arguments that start another PowerShell like this one.
function Find-Shell {
    $program = [Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
    $program
    if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
}

# Starts the sandbox, waits until it listens, and gives its definition a name of this run's own.
function Open-Sandbox($Context, [string] $Path) {
    $data = Get-ScratchPath $Context 'sandbox'
    $program = if ($Path -like '*.dll') { 'dotnet' } else { $Path }
    $first = if ($Path -like '*.dll') { "`"$Path`" " } else { '' }
    $start = [Diagnostics.ProcessStartInfo]::new($program, "${first}serve --data `"$data`" --validity P20D")
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $Context.SandboxProcess = [Diagnostics.Process]::Start($start)
    do {
        $line = $Context.SandboxProcess.StandardOutput.ReadLineAsync()
        if (-not $line.Wait(30000) -or $null -eq $line.Result) { throw 'The sandbox did not begin to listen.' }
    } until ($line.Result -like 'listening *')
    $definition = [IO.File]::ReadAllText([IO.Path]::Combine($data, 'service.json')) | ConvertFrom-Json
    $definition.name = "acceptance-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
    $Context.Service = [IO.Path]::Combine($data, 'acceptance.json')
    [IO.File]::WriteAllText($Context.Service, ($definition | ConvertTo-Json -Depth 10))
    $Context.Codes = [Collections.Generic.Queue[object]] @(Import-Csv ([IO.Path]::Combine($data, 'codes.csv')))
}

# Compiles what PowerShell cannot do, against the library of the module for TLS.
function Add-Helper($Context) {
    $library = [IO.Path]::Combine([IO.Path]::GetDirectoryName($Context.Manifest), 'bin', $PSVersionTable.PSEdition, 'BouncyCastle.Cryptography.dll')
    $loaded = [Reflection.Assembly]::LoadFrom($library)
    $framework = if ($PSVersionTable.PSEdition -eq 'Core') { @(Get-ChildItem (Join-Path $PSHOME 'ref') -Filter *.dll).FullName } else { 'System.Net.Http' }
    # C# 5, as Windows PowerShell compiles it.
    Add-Type -TypeDefinition $helper -ReferencedAssemblies (@($framework) + $library) -IgnoreWarnings -WarningAction SilentlyContinue
    if ($PSVersionTable.PSEdition -eq 'Desktop') { [NaccsCert.Acceptance.Library]::Offer($loaded) }
}

# Why a question cannot be answered here; nothing when it can.
function Find-Obstacle($Entry, $Obstacles) {
    foreach ($need in @($Entry['Needs'] | Where-Object { $_ })) { if ($Obstacles[$need]) { return $Obstacles[$need] } }
}

# What every question finds: the functions of this script, and errors that end it.
function Get-QuestionState {
    $state = [initialsessionstate]::CreateDefault()
    foreach ($function in Get-ChildItem Function: | Where-Object { $_.ScriptBlock.File -eq $PSCommandPath }) {
        $state.Commands.Add([Management.Automation.Runspaces.SessionStateFunctionEntry]::new($function.Name, $function.Definition))
    }
    foreach ($preference in @{ ErrorActionPreference = 'Stop'; ProgressPreference = 'SilentlyContinue'; WarningPreference = 'SilentlyContinue' }.GetEnumerator()) {
        $state.Variables.Add([Management.Automation.Runspaces.SessionStateVariableEntry]::new($preference.Key, $preference.Value, ''))
    }
    $state
}

# Answers a question within its time, in a runspace of its own. Gives the answer, or what is wrong.
function Invoke-Question($Entry, $Context, $State) {
    $shell = [powershell]::Create()
    $shell.Runspace = [runspacefactory]::CreateRunspace($State)
    $shell.Runspace.Open()
    $null = $shell.AddCommand($Entry.Probe).AddParameter('Context', $Context)
    if ($Entry['With']) { $null = $shell.AddParameters($Entry.With) }
    $seconds = if ($Entry['Seconds']) { $Entry.Seconds } else { 30 }
    $run = $shell.BeginInvoke()
    if (-not $run.AsyncWaitHandle.WaitOne($seconds * 1000)) {
        $null = $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(5000)
        return "It took longer than $seconds s."
    }
    try { $shell.EndInvoke($run) | Where-Object { $_.PSObject.Properties['Seen'] } | Select-Object -Last 1 }
    catch {
        $inner = $_.Exception.InnerException
        if ($inner -and $inner.PSObject.Properties['ErrorRecord']) { "$($inner.Message) $($inner.ErrorRecord.ScriptStackTrace -replace '\r?\n.*')" } else { "$_" }
    }
    finally { $shell.Runspace.Dispose() }
}

# The entry of the report.
function ConvertTo-Entry($Entry, $Answer, [string] $Obstacle, [bool] $Elevated, [long] $Milliseconds) {
    $result = [ordered] @{
        id = $Entry.Id
        question = $Entry.Question
        seen = $null
        reliesOn = $Entry.ReliesOn
        holds = $null
        reason = $Obstacle
        problem = $null
        milliseconds = $Milliseconds
    }
    if ($Answer -is [string]) {
        $result.reason = 'The question failed.'
        $result.problem = $Answer
    }
    elseif ($Answer) {
        $result.seen = $Answer.Seen
        $result.holds = if ($null -ne $Answer.Holds) { [bool] $Answer.Holds }
        $result.reason = $Answer.Reason
        if ($Elevated -and $Entry['StandardUser'] -and $result.holds) {
            $result.holds = $null
            $result.reason = 'It holds for an administrator. Whether it does for other users, a run without those rights tells.'
        }
    }
    elseif (-not $Obstacle) {
        $result.reason = 'The question failed.'
        $result.problem = 'It gave no answer.'
    }
    [pscustomobject] $result
}

function Test-Elevation {
    (Test-Windows) -and
        [Security.Principal.WindowsPrincipal]::new([Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

function Get-SystemDescription {
    if (-not (Test-Windows)) { return [Runtime.InteropServices.RuntimeInformation]::OSDescription }
    $key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $values = 'EditionID', 'DisplayVersion', 'CurrentBuild', 'UBR' | ForEach-Object { [Microsoft.Win32.Registry]::GetValue($key, $_, '') }
    'Windows {0} {1}, build {2}.{3}' -f $values
}

function Get-EnvironmentFact($Context) {
    [ordered] @{
        system = Get-SystemDescription
        powerShell = "$($PSVersionTable.PSVersion) $($PSVersionTable.PSEdition)"
        dotNet = [Runtime.InteropServices.RuntimeInformation]::FrameworkDescription
        bits = 8 * [IntPtr]::Size
        culture = [cultureinfo]::CurrentCulture.Name
        uiCulture = [cultureinfo]::CurrentUICulture.Name
        languageMode = "$($ExecutionContext.SessionState.LanguageMode)"
        executionPolicy = "$(Get-ExecutionPolicy)"
        elevated = Test-Elevation
        userInteractive = [Environment]::UserInteractive
        module = [regex]::Match([IO.File]::ReadAllText($Context.Manifest), "ModuleVersion\s*=\s*'([^']*)'").Groups[1].Value
        sandbox = [bool] $Context.Service
    }
}

#endregion

#region What was made is removed

# The module's own folder of the user, and what it has of the reminder, which every run of that one changes.
function Get-DataFolder { [IO.Path]::Combine([Environment]::GetFolderPath('LocalApplicationData', 'DoNotVerify'), 'NaccsCert') }

function Get-DataFile([string] $Folder) {
    if ([IO.Directory]::Exists($Folder)) { [IO.Directory]::GetFiles($Folder, '*', 'AllDirectories') }
}

function Save-ReminderState {
    $path = [IO.Path]::Combine((Get-DataFolder), 'reminder', 'state.json')
    @{ Path = $path; Content = if ([IO.File]::Exists($path)) { [IO.File]::ReadAllBytes($path) } }
}

function Restore-ReminderState($State) {
    if ($State.Content) { [IO.File]::WriteAllBytes($State.Path, $State.Content) }
    elseif ([IO.File]::Exists($State.Path)) { [IO.File]::Delete($State.Path) }
}

# What this run's services have left in the module's folder: their names are in the names of files and folders. Of the log,
# which others may write to, nothing is removed unless there was none before.
function Clear-OwnData([string[]] $Before) {
    $folder = Get-DataFolder
    foreach ($file in Get-DataFile $folder) {
        $isOwn = $file -match 'acceptance-[0-9a-f]{8}'
        $isNew = $file -notin $Before -and $file -match '[\\/](lock|[^\\/]*\.lock|naccscert[^\\/]*\.jsonl)$'
        if ($isOwn -or $isNew) { [IO.File]::Delete($file) }
    }
    if (-not [IO.Directory]::Exists($folder)) { return }
    $folders = @([IO.Directory]::GetDirectories($folder, '*', 'AllDirectories') | Sort-Object Length -Descending) + $folder
    foreach ($empty in $folders) { if ([IO.Directory]::GetFileSystemEntries($empty).Count -eq 0) { [IO.Directory]::Delete($empty) } }
}

function Clear-TestStore([string] $Name) {
    Use-Store $Name {
        param($store)
        foreach ($certificate in $store.Certificates) {
            if ((Test-Windows) -and $certificate.HasPrivateKey) { Clear-StoredKey $certificate }
            $store.Remove($certificate)
        }
    }
    if (Test-Windows) { return [Microsoft.Win32.Registry]::CurrentUser.DeleteSubKeyTree("Software\Microsoft\SystemCertificates\$Name", $false) }
    $folder = [IO.Path]::Combine([Environment]::GetFolderPath('UserProfile'), '.dotnet/corefx/cryptography/x509stores', $Name.ToLowerInvariant())
    if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
}

function Clear-Reminder($Context) {
    Import-Tested $Context
    if ("$((Get-NaccsRenewalReminder).Status)" -ne 'NotRegistered') { $null = Unregister-NaccsRenewalReminder -Confirm:$false }
}

function Clear-Thing($Context, $Thing) {
    switch ($Thing.Kind) {
        'Store' { Clear-TestStore $Thing.Name }
        'RegistryKey' { [Microsoft.Win32.Registry]::CurrentUser.DeleteSubKeyTree($Thing.Name, $false) }
        'Folder' { if ([IO.Directory]::Exists($Thing.Name)) { [IO.Directory]::Delete($Thing.Name, $true) } }
        'Reminder' { Clear-Reminder $Context }
        default { Clear-NamedKey $Thing.Kind $Thing.Name }
    }
}

# Removes all that was written down, the latest first. Gives what is left, with the reason.
function Clear-Made($Context) {
    $things = @($Context.Made)
    [array]::Reverse($things)
    foreach ($thing in $things) {
        try { Clear-Thing $Context $thing }
        catch { "$($thing.Kind) $($thing.Name): $_" }
    }
}

#endregion

$context = [pscustomobject] @{
    Manifest = [IO.Path]::Combine($PSCmdlet.GetUnresolvedProviderPathFromPSPath($Module), 'NaccsCert.psd1')
    Prefix = 'NaccsCertAcceptance'
    Scratch = [IO.Path]::Combine([IO.Path]::GetTempPath(), "NaccsCertAcceptance-$([guid]::NewGuid().ToString('N').Substring(0, 8))")
    Address = Find-Address
    Key = if (Test-Windows) { [Security.Cryptography.RSACng]::new(2048) } else { [Security.Cryptography.RSA]::Create(2048) }
    Shell = @(Find-Shell)
    Made = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new())
    Service = ''
    Codes = $null
    SandboxProcess = $null
}
# A list that -File hands over comes as one text.
$wanted = @($Question -split ',' | ForEach-Object { $_.Trim() })
$chosen = @($questions | Where-Object { $id = $_.Id; @($wanted | Where-Object { $id -like $_ }).Count -gt 0 })
$reportFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ReportPath)
$dataBefore = @(Get-DataFile (Get-DataFolder))
$reminderBefore = Save-ReminderState
$elevated = Test-Elevation
$leftBehind = @()
$obstacles = @{
    Windows = if (-not (Test-Windows)) { 'This is not Windows.' }
    Desktop = if ($PSVersionTable.PSEdition -ne 'Desktop') { 'Windows PowerShell 5.1 alone can do that.' }
    Sandbox = if (-not $Sandbox) { 'No sandbox was named.' }
}
$failed = @{}
$entries = [Collections.Generic.List[object]]::new()
Add-Made $context -Kind Folder -Name $context.Scratch
$null = [IO.Directory]::CreateDirectory($context.Scratch)
try {
    if (@($chosen | Where-Object { $_['Needs'] -contains 'Helper' }).Count -gt 0) {
        try { Add-Helper $context } catch { $failed.Helper = "The helper could not be compiled: $_" }
    }
    if ($Sandbox -and @($chosen | Where-Object { $_['Needs'] -contains 'Sandbox' }).Count -gt 0) {
        try { Open-Sandbox $context $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Sandbox) } catch { $failed.Sandbox = "The sandbox could not be started: $_" }
    }
    $state = Get-QuestionState
    foreach ($entry in $chosen) {
        $time = [Diagnostics.Stopwatch]::StartNew()
        $obstacle = Find-Obstacle $entry $obstacles
        $answer = Find-Obstacle $entry $failed
        if (-not $obstacle -and -not $answer) { $answer = Invoke-Question $entry -Context $context -State $state }
        $result = ConvertTo-Entry $entry -Answer $answer -Obstacle "$obstacle" -Elevated $elevated -Milliseconds $time.ElapsedMilliseconds
        $word = if ($result.problem) { 'failed' } elseif ($null -eq $result.holds) { 'unknown' } elseif ($result.holds) { 'holds' } else { 'DIFFERS' }
        $entries.Add($result)
        ('{0,-8} {1} {2}' -f $word, $result.id, $(if ($result.problem) { $result.problem } else { $result.reason })).TrimEnd()
    }
}
finally {
    if ($context.SandboxProcess -and -not $context.SandboxProcess.HasExited) {
        $context.SandboxProcess.Kill()
        $context.SandboxProcess.WaitForExit()
    }
    $leftBehind = @(Clear-Made $context)
    try {
        Restore-ReminderState $reminderBefore
        Clear-OwnData $dataBefore
    }
    catch { $leftBehind += "Data of the module: $_" }
}

$report = [ordered] @{
    format = 1
    created = [DateTimeOffset]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
    environment = Get-EnvironmentFact $context
    questions = $entries.ToArray()
    leftBehind = $leftBehind
}
[IO.File]::WriteAllText($reportFile, ($report | ConvertTo-Json -Depth 8))
"$($entries.Count) questions: $reportFile"

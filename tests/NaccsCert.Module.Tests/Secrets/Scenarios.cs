using System.Collections.Generic;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>
/// Every command of the module, with each kind of failure. The service definitions are variables: <c>$good</c>,
/// <c>$deferring</c>, and those that <see cref="SecretWorld"/> has made to fail.
/// </summary>
internal static class Scenarios
{
    private const string Request = "Request-NaccsCertificate $code1 $code2 $code3 -KeyAlgorithm EcdsaP256 -MaximumRetryCount 0 ";
    private const string Wrong = "-AuthCode1 $wrong -AuthCode2 $wrong -AuthCode3 $wrong ";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(Request + "-Service $good -WhatIf"),
        new(Request + "-Service $echoing400", "RequestRefused"),
        new(Request + "-Service $echoing401", "CodesRefused"),
        new(Request + "-Service $echoing403", "RequestForbidden"),
        new(Request + "-Service $echoing429", "ServiceUnavailable"),
        new(Request + "-Service $echoing500", "ServiceUnavailable"),
        new(Request + "-Service $echoing503", "ServiceUnavailable"),
        new(Request + "-Service $redirecting", "RedirectRefused"),
        new(Request + "-Service $repeating", "RequestRefused"),
        new(Request + "-Service $html", "ResponseUnreadable"),
        new(Request + "-Service $cut", "ConnectionFailed"),
        new(Request + "-Service $closed", "ConnectionFailed"),
        new(Request + "-Service $unresolvable", "HostNotFound"),
        new(Request + "-Service $untrusted", "ServerNotTrusted"),
        new(Request + "-Service $invalid", "ServiceDefinitionInvalid"),
        new(Request + "-Service $missing", "ServiceDefinitionNotFound"),
        new(Request + "-Service $good -KeyStorageProvider nobody", "KeyCreationFailed"),
        new(Request + "-Service $good -StoreName $impossible", "StoreNameInvalid"),
        new(Request + "-Service $deferring"),
        new(Request + "-Service $good -StoreName $store"),
        new("[pscustomobject]@{ AuthCode1 = $wrong; AuthCode2 = $wrong; AuthCode3 = $wrong } | Request-NaccsCertificate -Service $good", "CodesRefused"),
        new("Request-NaccsCertificate -AuthCode1 ($code1 + ' ' + $code2) -AuthCode2 $code2 -AuthCode3 $code3 -Service $good", "CodeInvalid"),
        new("Request-NaccsCertificate -AuthCode1 @($code1, $code2) -AuthCode2 $code2 -AuthCode3 $code3 -Service $good", "CodeInvalid"),
        new("[pscustomobject]@{ Terminal = $code1; Code1 = $code1; Code2 = $code2; Code3 = 1e11; StoreName = '' } | Request-NaccsCertificate -Service $good -PassThru", "CodeReformatted"),
        new("[pscustomobject]@{ 認証コード1 = $code1; 認証コード2 = $code2 } | Request-NaccsCertificate -Service $good", "CodeMissing"),
        new("[pscustomobject]@{ AuthCode1 = $code1; AuthCode2 = $code2; AuthCode3 = $code3 } | Resume-NaccsEnrollment -Service $good", "EnrollmentNotFound"),
        new("[pscustomobject]@{ EnrollmentId = 'nothing'; AuthCode1 = $code1; AuthCode2 = 2; AuthCode3 = $code3 } | Resume-NaccsEnrollment -Service $good", "EnrollmentNotFound"),
        new("[pscustomobject]@{ EnrollmentId = ''; AuthCode1 = $code1; AuthCode2 = ''; AuthCode3 = $code3; StoreName = '' } | Resume-NaccsEnrollment -Service $good", "EnrollmentNotFound"),
        new("[pscustomobject]@{ EnrollmentId = 'nothing'; AuthCode1 = $code1; AuthCode3 = $null; Service = '' } | Resume-NaccsEnrollment", "ServiceDefinitionNotFound"),
        new("[pscustomobject]@{ Thumbprint = ''; Code1 = $code1; Code2 = $code2; Code3 = $code3; Service = '' } | Get-NaccsCertificate", "ServiceDefinitionNotFound"),
        new("[pscustomobject]@{ Code1 = $code1; Code2 = $code2; Code3 = $code3 } | Remove-NaccsEnrollment -Service $good -Confirm:$false", "EnrollmentNotFound"),
        new("[pscustomobject]@{ Code1 = $code1; Code2 = $code2; Code3 = $code3 } | Test-NaccsCertificate -Service $good", "CertificateNotFound"),
        new("Test-NaccsServiceDefinition $invalid"),
        new("(New-NaccsServiceDefinition changed -From $good -Path $definition).FullName"),
        new("Request-NaccsCertificate -AuthCode1 $code1 -AuthCode2 $code2 -AuthCode3 $code3 -Nonsense 1", "NamedParameterNotFound"),
        new("Request-NaccsCertificate -OutFile $request -Service $good"),
        new("Get-NaccsEnrollment -Service $deferring"),
        new("Get-NaccsEnrollment -Service $deferring | Resume-NaccsEnrollment -Service $deferring " + Wrong),
        new("Resume-NaccsEnrollment nothing -Service $deferring -AuthCode1 $code1 -AuthCode2 $code2 -AuthCode3 $code3", "EnrollmentNotFound"),
        new("Import-NaccsCertificate $pkcs12 -Password $wrong -Service $good -StoreName $imported", "ImportPasswordWrong"),
        new("Import-NaccsCertificate $pkcs12 -Password $password -Service $good -StoreName $imported -SkipRootCA", "CertificateUnverified"),
        new("Import-NaccsCertificate $pkcs12 -Password $password -Service $good -StoreName $imported -SkipRootCA -Force"),
        new("Import-NaccsCertificate $alien -Password $password -Service $good", "ImportForeignCertificate"),
        new("Import-NaccsCertificate $garbage -Password $password -Service $good", "CertificateFileUnreadable"),
        new("Import-NaccsCertificate $nowhere -Password $password -Service $good", "FileNotFound"),
        new("Get-NaccsCertificate -Service $good -StoreName $store"),
        new("Test-NaccsCertificate -Service $good -StoreName $store -CheckRevocation"),
        new("Test-NaccsConnectivity -Service $good -StoreName $store"),
        new("Get-NaccsMaintenanceWindow -Service $good"),
        new("Update-NaccsCertificate -Service $good -StoreName $store -KeyAlgorithm EcdsaP256"),
        new("Restore-NaccsCertificate * -Service $good -StoreName $store"),
        new("Get-NaccsPolicy"),
        new("Get-NaccsBrowserPolicy -Service $good"),
        new("Test-NaccsAccount"),
        new("Test-NaccsCompliance -Service $good -StoreName $store"),
        new("Test-NaccsMigration -Service $good -StoreName $store -SheetPath ($request + '.html') -Force"),
        new("Get-NaccsRenewalPlan -Service $good -StoreName $store -AutoRenew"),
        new("Invoke-NaccsRenewalReminder -Service $good -StoreName $store -AutoRenew"),
        new("Get-NaccsRenewalReminder"),
        new("Register-NaccsRenewalReminder -AsTaskDefinition"),
        new("Register-NaccsRenewalReminder -WhatIf"),
        new("Unregister-NaccsRenewalReminder -WhatIf"),
        new("Install-NaccsRootCA -Service $good"),
        new("Get-NaccsLog -Last 50"),
        new("Export-NaccsSupportBundle -Path ($request + '.zip') -Connectivity -Service $good -StoreName $store"),
        new("Test-NaccsCompliance -Service $good -StoreName $store | New-NaccsFleetReport -OutputPath ($request + '.fleet.html')"),
        new("Compare-NaccsTerminal $nowhere", "FileNotFound"),
        new("Start-NaccsAssistant -Service $invalid", "ServiceDefinitionInvalid"),
        new("Remove-NaccsCertificate * -Service $good -StoreName $store -Force -Confirm:$false"),
        new("Get-NaccsEnrollment -Service $good | Remove-NaccsEnrollment -Confirm:$false"),
        WithUserInProxy("Request-NaccsCertificate `$code1 `$code2 `$code3 -Service '$good'"),
        WithUserInProxy("Resume-NaccsEnrollment nothing -Service '$good'"),
        WithUserInProxy("Update-NaccsCertificate -Service '$good'"),
        WithUserInProxy("Invoke-NaccsRenewalReminder -Service '$good'"),
        WithUserInProxy("Install-NaccsRootCA -FromService -Service '$good'"),
        WithUserInProxy("Test-NaccsCertificate -Service '$good' -CheckRevocation"),
        WithUserInProxy("Test-NaccsConnectivity -Service '$good'"),
        WithUserInProxy("Export-NaccsSupportBundle -Connectivity -Path '$request.zip' -Force -Service '$good'"),
    ];

    // Typed as people type it: the password is in the line of the command, not only in a variable.
    private static Scenario WithUserInProxy(string command) =>
        new($"& ([scriptblock]::Create(\"{command} -Proxy http://taro:${{proxyPassword}}@proxy:8080\"))", "ProxyAddressInvalid");
}

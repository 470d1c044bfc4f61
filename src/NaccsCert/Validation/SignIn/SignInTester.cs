using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.Validation.SignIn;

/// <summary>Shows a client certificate to the hosts that take one, and says what each makes of it.</summary>
/// <param name="definition">The service.</param>
/// <param name="clients">Makes HTTP clients.</param>
internal sealed class SignInTester(ServiceDefinition definition, HttpClientFactory clients)
{
    /// <summary>The name of each of the checks.</summary>
    public const string CheckName = "SignIn";

    /// <summary>Tests a certificate at each host, at all of them at once.</summary>
    /// <param name="subject">The certificate.</param>
    /// <param name="environment">The environment whose hosts are asked; null for all.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>A check for each host, in the order of the definition; a skipped one where there is no such host.</returns>
    public async Task<IReadOnlyList<Check>> TestAsync(
        SignInSubject subject, ServiceEnvironment? environment, CancellationToken cancellationToken)
    {
        ServiceHost[] hosts =
        [
            .. definition.Hosts.Where(host => host.TakesClientCertificate && (environment is null || host.Environment == environment)),
        ];
        return hosts.Length == 0
            ? [new Check(CheckName, CheckStatus.Skipped, Strings.Format(StringId.SignInNowhere))]
            : await Task.WhenAll(hosts.Select(host => TestAsync(subject, host, cancellationToken))).ConfigureAwait(false);
    }

    private async Task<Check> TestAsync(SignInSubject subject, ServiceHost host, CancellationToken cancellationToken)
    {
        using PinnedHttpClient client = clients.Create(definition.ServerAnchors, definition.Network, subject.Certificate);
        SignInAnswer answer = await SignInExchange.RunAsync(client, host.Address, cancellationToken).ConfigureAwait(false);
        return SignInVerdict.Of(subject, answer) with { Name = CheckName, HostName = host.Host, Duration = answer.Duration };
    }
}

using System;
using NaccsCert.Enrollment.Events;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment;

/// <summary>Turns what HTTP exchanges show into events: the route, the exchange itself, a wrong clock, a device in between.</summary>
/// <param name="context">The enrollment.</param>
internal sealed class ExchangeReporter(EnrollmentContext context) : IProgress<HttpExchange>
{
    private bool _skewReported;
    private bool _inspectionReported;

    /// <inheritdoc/>
    public void Report(HttpExchange value)
    {
        context.Report(new RouteSelected(context.HttpClient.Connection.Proxy));
        context.Report(new RequestCompleted(value));

        // Told at once, before it becomes a certificate that is not valid yet, or a server that no longer is.
        if (!_skewReported && context.HttpClient.ClockSkew is { } skew && ClockSkew.IsTooMuch(skew))
        {
            _skewReported = true;
            context.Report(new ClockSkewDetected(skew));
        }

        // A renewal will be refused for a client certificate that the service never saw.
        if (!_inspectionReported && context.HttpClient.Connection.InspectedBy is { } issuer)
        {
            _inspectionReported = true;
            context.Report(new TlsInspectionAllowed(issuer));
        }
    }
}

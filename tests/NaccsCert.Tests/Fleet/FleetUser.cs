using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Fleet;

/// <summary>
/// Somebody with a certificate, a computer that is on while they work, and the reminder: it runs after they have signed in
/// and every hour from then on.
/// </summary>
internal sealed class FleetUser : IDisposable
{
    private const double SickDays = 0.05;

    private static readonly ReminderSettings Settings = new(AutoRenew: true, ReminderDays: 28, RenewalSpreadDays: 21);

    private readonly CodeSet _codes;
    private readonly Random _life;
    private readonly SettableClock _clock;
    private readonly ScratchUser _user;
    private readonly TimeSpan _logonDelay;
    private readonly int _minuteOfHour;
    private DateTimeOffset? _announced;
    private DateTime _lastDay;

    /// <summary>Hires somebody.</summary>
    /// <param name="codes">The codes of their terminal.</param>
    /// <param name="seed">What makes their days differ from those of others, and be the same in every run.</param>
    public FleetUser(CodeSet codes, int seed)
    {
        _codes = codes;
        _life = new Random(seed);
        _clock = new SettableClock(default);
        _user = new ScratchUser(_clock);

        // As the registration of the reminder draws them.
        TaskDefinition task = ReminderTask.New("user", new ReminderCommand("s", new ReminderOptions("/m/NaccsCert")), default, _life.Next);
        _logonDelay = task.LogonDelay;
        _minuteOfHour = task.FirstRun.Minute;
    }

    /// <summary>When their certificate was renewed; null before that.</summary>
    public DateTimeOffset? Renewed { get; private set; }

    /// <summary>Turns the codes into a certificate.</summary>
    public async Task EnrollAsync(ServiceDefinition definition, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _clock.UtcNow = now;
        await _user.EnrollAsync(
            definition, _codes, cancellationToken, new EnrollmentOptions { KeyAlgorithm = KeyAlgorithm.EcdsaP256, RootCA = RootCAHandling.Skip });
    }

    /// <summary>The moments of a working day at which the reminder runs; none when they are ill.</summary>
    /// <param name="nine">Nine o'clock of that day.</param>
    public IReadOnlyList<DateTimeOffset> RunsOn(DateTimeOffset nine)
    {
        bool ill = _life.NextDouble() < SickDays;
        DateTimeOffset logon = nine.AddMinutes(5 + _life.Next(55));
        DateTimeOffset leaves = nine.AddHours(8 + (2 * _life.NextDouble()));
        IEnumerable<DateTimeOffset> hourly = Enumerable.Range(0, 10)
            .Select(hour => nine.AddHours(hour).AddMinutes(_minuteOfHour))
            .Where(run => run > logon && run < leaves);
        return ill ? [] : [logon + _logonDelay, .. hourly];
    }

    /// <summary>
    /// Runs the reminder: decides as the module does, and renews at the service. The first run of a day announces when the renewal
    /// comes, on each day the same; the runs before that moment are left out.
    /// </summary>
    public async Task RunAsync(ServiceDefinition definition, DateTimeOffset now, CancellationToken cancellationToken)
    {
        bool isFirst = _lastDay != now.Date;
        if (!isFirst && now < _announced)
        {
            return;
        }

        (_lastDay, _clock.UtcNow) = (now.Date, now);
        IReadOnlyList<StoredCertificate> certificates = _user.Certificates(definition);
        using StoredCertificate certificate = Assert.Single(certificates);
        RenewalPlan plan = new RenewalPlanner(Settings, now, Company.Japan).Plan(certificate.Record);
        if (plan.Status == RenewalPlanStatus.RenewalDue)
        {
            EnrollmentResult result = await _user.RenewAsync(definition, certificate.Handle, cancellationToken);
            Assert.Equal(EnrollmentStatus.Renewed, result.Status);
            Renewed = now;
        }
        else
        {
            Assert.Equal(_announced ?? plan.NextAttempt, plan.NextAttempt);
            _announced = plan.NextAttempt;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _user.Dispose();
}

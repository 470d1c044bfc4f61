using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO;
using NaccsCert.Keys.Providers;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Stores;
using NaccsCert.TestSupport;
using NaccsCert.Time;
using NaccsCert.Validation.Origin;
using NaccsCert.Windows;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>
/// The subject: the library as a cmdlet drives it, with the user's own certificate stores, key files and journal.
/// </summary>
/// <remarks>
/// It does all that the module promises: key and request are on disk before anything is sent, each state is flushed
/// to disk, the answer is verified against request and definition, and certificate and root are installed and proven.
/// </remarks>
/// <param name="definition">The sandbox's service definition.</param>
/// <param name="algorithm">The kind of key.</param>
internal sealed class LibraryEnrollment(ServiceDefinition definition, KeyAlgorithm algorithm)
{
    /// <summary>Enrolls once. Each time is a user's first: empty stores and an empty journal, made before the watch starts.</summary>
    /// <param name="set">Codes that were not used yet.</param>
    public async Task<EnrollmentTime> RunAsync(CodeSet set)
    {
        using var folder = new ScratchDirectory();
        var data = new PrivateFolder(folder.FullPath, FilePermissions.OfThisPlatform);
        var exchanges = new ExchangeSink();
        string user = Guid.NewGuid().ToString("N")[..8];
        var keys = new TimedKeys(new KeyProviders(data.Sub("keys")).Open(null));
        var environment = new EnrollmentServices(
            new SystemClock(),
            _ => keys,
            name => new UserCertificateStore(name + user, ArchiveMarks.OfThisPlatform(data.Sub("archive"))),
            new EnrollmentJournal(data.Sub("enrollments")),
            CanAskUser: false)
        {
            Histories = new EnrollmentHistoryFile(data.Sub("history")),
            Events = exchanges,
        };
        SecureString[] typed = [SecureText.Of(set.Code1), SecureText.Of(set.Code2), SecureText.Of(set.Code3)];
        var phases = new List<Phase>();
        using var journal = new JournalWatch();

        var watch = Stopwatch.StartNew();
        using (var codes = new AuthenticationCodes(typed[0], typed[1], typed[2]))
        using (var session = EnrollmentSession.Enroll(
            environment, definition, codes, new EnrollmentOptions { KeyAlgorithm = algorithm }))
        {
            TimeSpan before = watch.Elapsed;
            while (!session.IsFinished)
            {
                string stage = session.Stage.ToString();
                await session.AdvanceAsync(CancellationToken.None).ConfigureAwait(false);
                phases.Add(new Phase(stage, watch.Elapsed - before, exchanges.TakeTime()));
                before = watch.Elapsed;
            }
        }

        return new EnrollmentTime(watch.Elapsed, keys.Time, journal.Writes, phases);
    }
}

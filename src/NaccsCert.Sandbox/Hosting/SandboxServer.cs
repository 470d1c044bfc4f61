using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Browser;
using NaccsCert.Sandbox.Codes;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;
using NaccsCert.Sandbox.Ocsp;
using NaccsCert.Sandbox.Policy;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>Puts the parts together, says where they listen and waits for the end.</summary>
internal static class SandboxServer
{
    private const int CodeSetsToMake = 10;

    /// <summary>Runs the service until Ctrl+C, SIGTERM or, if asked, the end of standard input.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="output">Gets the line <c>listening URL</c> when the service is ready.</param>
    /// <param name="cancellationToken">Ends the service too.</param>
    public static async Task RunAsync(ServeOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        SandboxClock clock = SandboxClock.Showing(options.Now);
        RequireRange(clock.GetUtcNow(), options);
        DataFolder folder = DataFolder.Create(options.Data);
        using IDisposable folderLock = folder.Lock();
        var database = new Database(folder.DatabaseFile);
        database.CreateSchema();
        var settings = new Settings(database) { ClockOffset = clock.Offset };
        var codes = new CodeRegister(database, settings.Salt);
        string? codesFile = AddCodes(codes, folder, options.Codes);

        IPAddress address = Advertised.AddressFor(options.Bind);
        ServiceBehavior behavior = options.Behavior;
        using ClientAuthority authority = ClientAuthority.LoadOrCreate(folder, behavior.Hierarchy);
        using TlsIdentity identity = TlsIdentities.LoadOrCreate(folder, address, TimeProvider.System.GetUtcNow(), behavior.Hierarchy.TlsTwin);
        using var ledger = new Ledger(database);
        IssuanceServices services = Services(options, (folder, authority, codes, ledger), clock);
        using IServedProtocol protocol = Protocol(services, options, (folder, authority, ledger), clock);
        var page = new CertificatePage(services, new ServiceGate(behavior.Refusals, clock));
        var listener = new Listener(identity, behavior.Scep.PlainHttp, application =>
        {
            application.Use(ShowClock(clock));
            protocol.Map(application);
            page.Map(application);
            RevocationListEndpoint.Map(application, authority, ledger, clock);
            OcspEndpoint.Map(application, new OcspResponder(authority, ledger, clock));
        });

        (WebApplication server, Ports ports) = await listener.StartAsync(
            options.Bind, options.Port, new Ports(settings.Port, settings.PlainPort));
        await using (server)
        {
            settings.Port = ports.Secure;
            Uri origin = Advertised.Origin(options.Bind, ports.Secure);
            Uri enrollmentOrigin = origin;
            if (ports.Plain != 0)
            {
                settings.PlainPort = ports.Plain;
                enrollmentOrigin = Advertised.PlainOrigin(options.Bind, ports.Plain);
                await output.WriteLineAsync($"plain {enrollmentOrigin.AbsoluteUri.TrimEnd('/')}");
            }

            PrivateFiles.Write(
                folder.ServiceDefinitionFile,
                ServiceDefinition.Format(
                    origin, protocol.Describe(enrollmentOrigin), options.Validity, identity.Root, authority, folder));
            if (codesFile is not null)
            {
                await output.WriteLineAsync($"codes {codesFile}");
            }

            await output.WriteLineAsync($"listening {origin.AbsoluteUri.TrimEnd('/')}");
            await output.FlushAsync(cancellationToken);
            if (options.StopWithInput)
            {
                InputWatch.Start(server.Lifetime);
            }

            await server.WaitForShutdownAsync(cancellationToken);
        }
    }

    private static RevocationAddresses Revocation(Uri origin) =>
        new(new Uri(origin, RevocationListEndpoint.Path), new Uri(origin, OcspEndpoint.Path));

    private static IServedProtocol Protocol(
        IssuanceServices services,
        ServeOptions options,
        (DataFolder Folder, ClientAuthority Authority, Ledger Ledger) state,
        TimeProvider clock)
    {
        var gate = new ServiceGate(options.Behavior.Refusals, clock);
        return options.Protocol == EnrollmentProtocol.Scep
            ? new ScepProtocol(services, options, gate, state)
            : new EstProtocol(services, options, gate);
    }

    private static IssuanceServices Services(
        ServeOptions options, (DataFolder Folder, ClientAuthority Authority, CodeRegister Codes, Ledger Ledger) state, TimeProvider clock)
    {
        ServiceBehavior behavior = options.Behavior;
        var issuing = new Issuing(
            new CertificateIssuer(state.Authority, new Dating(behavior.Dating, options.Validity), clock), new TerminalNaming(behavior.Naming));
        var guesses = new GuessLimit(behavior.Refusals.GuessLimit, behavior.Refusals.GuessWindow, clock);
        var enrollment = new Enrollment(state.Ledger, issuing, options.ApprovalDelay, clock);
        return new IssuanceServices
        {
            Bundle = new CertificateBundle(state.Authority, state.Folder, behavior.Hierarchy),
            Codes = new CodeCheck(state.Codes, guesses),
            Enrollment = enrollment,
            MadeKeys = new MadeKeys(state.Ledger, enrollment),
            Reenrollment = new Reenrollment(state.Ledger, issuing, behavior.SameKey, clock),
            Revocation = context => Revocation(Advertised.OriginOf(context, options.Bind)),
        };
    }

    private static void RequireRange(DateTimeOffset now, ServeOptions options)
    {
        // Each step only from a time that is in range: the calendar ends with the year 9999.
        if (!Covers(now) || !Covers(options.Behavior.Dating.Ahead.After(now)) || !Covers(options.Validity.After(options.Behavior.Dating.Ahead.After(now))))
        {
            throw new SandboxException("--now and --validity reach beyond the years 2020 to 2069, for which the CA is made.");
        }
    }

    private static bool Covers(DateTimeOffset moment) => ClientAuthority.Covers(new CertificatePeriod(moment, moment));

    // Returns the data folder's own code file, if that is the one in use.
    private static string? AddCodes(CodeRegister register, DataFolder folder, string? given)
    {
        if (given is not null)
        {
            register.Add(CodeFile.Read(given));
            return null;
        }

        if (!File.Exists(folder.CodesFile))
        {
            if (!register.IsEmpty)
            {
                return null;
            }

            PrivateFiles.Write(folder.CodesFile, CodeFile.Format(CodeGenerator.Make(CodeSetsToMake)));
        }

        register.Add(CodeFile.Read(folder.CodesFile));
        return folder.CodesFile;
    }

    // Clients compare their clock with this header.
    private static Func<HttpContext, RequestDelegate, Task> ShowClock(TimeProvider clock) => (context, next) =>
    {
        context.Response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        return next(context);
    };
}

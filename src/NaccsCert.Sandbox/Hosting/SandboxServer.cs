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
using NaccsCert.Sandbox.Codes;
using NaccsCert.Sandbox.Est;
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
        RequireRange(clock.GetUtcNow(), options.Validity);
        DataFolder folder = DataFolder.Create(options.Data);
        using IDisposable folderLock = folder.Lock();
        var database = new Database(folder.DatabaseFile);
        database.CreateSchema();
        var settings = new Settings(database) { ClockOffset = clock.Offset };
        var codes = new CodeRegister(database, settings.Salt);
        string? codesFile = AddCodes(codes, folder, options.Codes);

        IPAddress address = Advertised.AddressFor(options.Bind);
        using ClientAuthority authority = ClientAuthority.LoadOrCreate(folder);
        using TlsIdentity identity = TlsIdentity.LoadOrCreate(folder, address, TimeProvider.System.GetUtcNow());
        using var ledger = new Ledger(database);
        var issuer = new CertificateIssuer(authority, options.Validity, clock);
        var est = new EstEndpoints(
            authority,
            codes,
            new Enrollment(ledger, issuer, options.ApprovalDelay, clock),
            new Reenrollment(ledger, issuer, clock),
            context => Revocation(Advertised.Origin(options.Bind, context.Connection.LocalPort)),
            options.WantedKey,
            clock);
        var listener = new Listener(identity, application =>
        {
            application.Use(ShowClock(clock));
            est.Map(application, options.Label);
            RevocationListEndpoint.Map(application, authority, ledger, clock);
            OcspEndpoint.Map(application, new OcspResponder(authority, ledger, clock));
        });

        (WebApplication server, int port) = await listener.StartAsync(options.Bind, options.Port, settings.Port);
        await using (server)
        {
            settings.Port = port;
            Uri origin = Advertised.Origin(options.Bind, port);
            PrivateFiles.Write(
                folder.ServiceDefinitionFile,
                ServiceDefinition.Format(origin, options.Label, options.Validity, identity.Root, authority.Certificate, folder));
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

    private static void RequireRange(DateTimeOffset now, IsoDuration validity)
    {
        if (!ClientAuthority.Covers(now, now) || !ClientAuthority.Covers(now, validity.After(now)))
        {
            throw new SandboxException("--now and --validity reach beyond the years 2020 to 2069, for which the CA is made.");
        }
    }

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

using System;
using System.CommandLine;
using System.Linq;
using System.Net;
using NaccsCert.Sandbox.Est;
using NaccsCert.Sandbox.Hosting;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary><c>serve</c>: runs the certificate service until Ctrl+C or SIGTERM.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "The folder that keeps keys, certificates and the database. Made when absent, readable by its owner only.",
            Required = true,
            CustomParser = OptionParsers.Folder,
        };
        var port = new Option<int>("--port")
        {
            Description = "The TCP port; 0 takes the port of the last run if it is free, else any free one.",
            CustomParser = OptionParsers.Port,
        };
        var codes = new Option<string?>("--codes")
        {
            Description = "A CSV file with the columns terminal,code1,code2,code3. Without it, ten code sets are made at the first start.",
        };
        var now = new Option<DateTimeOffset?>("--now")
        {
            Description = "The time that the sandbox believes in, ISO 8601 (UTC without an offset). It runs on from there.",
            CustomParser = OptionParsers.Moment,
        };
        var validity = new Option<IsoDuration>("--validity")
        {
            Description = "How long certificates are valid, as an ISO 8601 duration. P20D makes certificates that may be renewed at once.",
            CustomParser = OptionParsers.Duration,
            DefaultValueFactory = _ => IsoDuration.Parse("P5Y1M"),
        };
        Option<EnrollmentProtocol> protocol = BehaviorParsers.Choice<EnrollmentProtocol>(
            "--protocol", "The protocol that is served: Est (RFC 7030) or Scep (RFC 8894). What one of them issued, the other renews.");
        var label = new Option<string>("--label")
        {
            Description = "The last segment of the base address: the label of EST.",
            CustomParser = OptionParsers.Label,
            DefaultValueFactory = _ => "NACCSClientCA",
        };
        var bind = new Option<IPAddress>("--bind")
        {
            Description = "The address to listen on.",
            CustomParser = OptionParsers.Address,
            DefaultValueFactory = _ => IPAddress.Loopback,
        };
        var approvalDelay = new Option<IsoDuration>("--approval-delay")
        {
            Description = "How long a first enrollment stays pending, as an ISO 8601 duration.",
            CustomParser = OptionParsers.Duration,
            DefaultValueFactory = _ => IsoDuration.Parse("PT0S"),
        };
        var wantedKey = new Option<WantedKey>("--wanted-key")
        {
            Description = "The kind of key that the CSR attributes ask for; every kind is accepted all the same.",
        };
        var stopWithInput = new Option<bool>("--stop-with-input")
        {
            Description = "End when standard input ends, so that a sandbox does not outlive the program that started it.",
        };

        var behavior = new BehaviorOptions();
        var command = new Command("serve", "Runs the service.")
        {
            data, protocol, port, codes, now, validity, label, bind, approvalDelay, wantedKey, stopWithInput,
        };
        behavior.AddTo(command);
        command.Validators.Add(result =>
        {
            // By its words: a value that was not understood cannot be asked for, and is told by itself.
            bool isScep = result.GetResult(protocol)?.Tokens.Any(
                word => word.Value.Equals(nameof(EnrollmentProtocol.Scep), StringComparison.OrdinalIgnoreCase)) == true;
            if (!isScep && behavior.IsPlainHttp(result))
            {
                result.AddError("--plain-http is for --protocol Scep: EST needs TLS.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new ServeOptions(
                parsed.GetRequiredValue(data),
                parsed.GetValue(port),
                parsed.GetValue(codes),
                parsed.GetValue(now),
                parsed.GetRequiredValue(validity),
                parsed.GetRequiredValue(label),
                parsed.GetRequiredValue(bind),
                parsed.GetRequiredValue(approvalDelay),
                parsed.GetValue(wantedKey),
                parsed.GetValue(stopWithInput))
            {
                Protocol = parsed.GetValue(protocol),
                Behavior = behavior.Read(parsed),
            };
            return SandboxServer.RunAsync(options, parsed.InvocationConfiguration.Output, cancellationToken);
        });
        return command;
    }
}

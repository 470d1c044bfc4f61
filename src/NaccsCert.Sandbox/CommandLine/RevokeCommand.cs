using System;
using System.CommandLine;
using System.Text.RegularExpressions;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary><c>revoke</c>: marks one certificate as revoked. A running sandbox sees it at its next request.</summary>
internal static partial class RevokeCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "The data folder of the sandbox that issued the certificate.",
            Required = true,
            CustomParser = OptionParsers.Folder,
        };
        var serial = new Option<string>("--serial")
        {
            Description = "The certificate's serial number in hexadecimal; colons and letter case do not matter.",
            Required = true,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
                if (!Hexadecimal().IsMatch(text))
                {
                    result.AddError($"--serial: '{result.Tokens[0].Value}' is not a hexadecimal serial number.");
                }

                return text;
            },
        };

        var command = new Command("revoke", "Revokes a certificate.") { data, serial };
        command.SetAction(parsed =>
        {
            string number = parsed.GetRequiredValue(serial);
            var folder = DataFolder.Existing(parsed.GetRequiredValue(data));
            var database = new Database(folder.DatabaseFile);
            DateTimeOffset now = TimeProvider.System.GetUtcNow() + new Settings(database).ClockOffset;
            if (!new Ledger(database).Revoke(number, now))
            {
                throw new SandboxException($"No certificate with the serial number {number} was issued from {folder.Path}.");
            }

            parsed.InvocationConfiguration.Output.WriteLine($"revoked {number}");
        });
        return command;
    }

    [GeneratedRegex(@"^[0-9A-F]{1,40}\z")]
    private static partial Regex Hexadecimal();
}

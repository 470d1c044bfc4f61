using System;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>Every command, with every kind of failure: no secret in any stream, in any part of an error, or in any event.</summary>
[Collection(ReminderFolder.Turns)]
public sealed class SecretsInStreamsTests(PowerShellSession session) : IClassFixture<PowerShellSession>
{
    private const string Loud = "$PSDefaultParameterValues = @{ '*-Naccs*:Verbose' = $true; '*-Naccs*:Debug' = $true }\n";

    [Fact]
    public void Every_command_and_every_secret_parameter_has_a_scenario()
    {
        CommandInfo[] commands =
            [.. session.Invoke("Get-Command -Module NaccsCert").Output.Select(item => item.BaseObject).Cast<CommandInfo>()];
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains(Scenarios.All, scenario => Calls(scenario, command.Name)));
        Assert.All(
            commands.SelectMany(command => command.Parameters.Values
                .Where(parameter => parameter.ParameterType == typeof(SecureString) || parameter.Name == "Proxy")
                .Select(parameter => (command.Name, Parameter: parameter.Name))),
            secret => Assert.Contains(
                Scenarios.All, scenario => Calls(scenario, secret.Name) && Calls(scenario, "-" + secret.Parameter)));

        static bool Calls(Scenario scenario, string text) => scenario.Script.Contains(text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_is_in_any_stream_in_any_error_or_in_any_event()
    {
        await using SecretWorld world = await SecretWorld.StartAsync(TestContext.Current.CancellationToken);
        using var events = new EventWatch();
        (string Name, object? Value)[] variables =
            [.. world.Variables.Concat(world.Secrets).Select(variable => (variable.Key, (object?)variable.Value))];
        string parameters = $"param({string.Join(", ", variables.Select(variable => "$" + variable.Name))})\n";

        foreach (Scenario scenario in Scenarios.All)
        {
            SessionRun run = session.Invoke(parameters + Loud + scenario.Script, variables);

            string everything = Streams.Everything(run);
            Assert.True(
                run.ErrorIds.SequenceEqual(scenario.ErrorId is { } id ? [id] : Array.Empty<string>()),
                $"{scenario.Script}\n{everything}");
            Assert.True(world.Marks.In(everything).Count == 0, $"{scenario.Script}\n{everything}");
        }

        Assert.NotEmpty(events.Events);
        Assert.Empty(world.Marks.In(string.Join('\n', events.Events)));
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>How far an enrollment has come when its surroundings change: at the beginning, or stopped in a state of the journal.</summary>
internal sealed class Stages
{
    private readonly IReadOnlyList<string> _events;

    private Stages(IReadOnlyList<string> events) => _events = events;

    /// <summary>The stages: the empty one is the beginning, the others are states.</summary>
    public static IReadOnlyList<string> Names { get; } = ["", "KeyCreated", "Submitted", "Issued", "Installed"];

    /// <summary>Learns the events of an operation from a run that nothing disturbs.</summary>
    public static async Task<Stages> LearnAsync(Operation operation, CertificateService service)
    {
        using var home = new KilledProcessHome();
        Subject subject = await Subject.NewAsync(operation, service, home);
        Report? report = await Runs.OnceAsync(home, subject.Order(service.DefinitionPath));
        return report is { IsDone: true }
            ? new Stages(report.Events)
            : throw new InvalidOperationException($"Undisturbed, {operation} ended with {report}: {report?.Message}");
    }

    /// <summary>All the events.</summary>
    public IReadOnlyList<string> Events => _events;

    /// <summary>The number of the event, from 1, at which a process has just reached a state; 0 for the beginning.</summary>
    public int EventOf(string stage) => stage.Length == 0
        ? 0
        : 1 + _events.Select((text, index) => (text, index))
            .First(item => item.text.StartsWith("EntryWritten ", StringComparison.Ordinal) && item.text.EndsWith(" " + stage, StringComparison.Ordinal))
            .index;
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Relays;

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>Relays connections run by run, injects one fault at one byte of a run, and records the turns of both sides.</summary>
internal sealed class FaultRelay : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Relay _relay;
    private List<FaultFilter> _filters = [];
    private Fault? _fault;

    /// <summary>Starts relaying.</summary>
    /// <param name="target">The origin of the service.</param>
    public FaultRelay(Uri target) => _relay = new Relay(target, NewFilter);

    /// <summary>The address to connect to.</summary>
    public Uri Origin => _relay.Origin;

    /// <summary>Whether the fault of this run has happened.</summary>
    public bool HasHit => Filters().Any(filter => filter.HasHit);

    /// <summary>Begins a new run.</summary>
    /// <param name="fault">Its fault; null for none.</param>
    public Task StartRunAsync(Fault? fault)
    {
        lock (_gate)
        {
            (_filters, _fault) = ([], fault);
        }

        return _relay.CloseConnectionsAsync();
    }

    /// <summary>Gets which side sent in this run, and how much.</summary>
    public IReadOnlyList<Turn> Turns() => [.. Filters().SelectMany(filter => filter.Turns())];

    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    private FaultFilter NewFilter()
    {
        lock (_gate)
        {
            var filter = new FaultFilter(_filters.Count, _fault?.Connection == _filters.Count ? _fault : null);
            _filters.Add(filter);
            return filter;
        }
    }

    private FaultFilter[] Filters()
    {
        lock (_gate)
        {
            return [.. _filters];
        }
    }
}

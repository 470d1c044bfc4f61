using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Harnesses.Durability.Findings;

/// <summary>One row of the table, filled by several lanes at once.</summary>
/// <param name="name">The row's name.</param>
internal sealed class PhaseResult(string name)
{
    private readonly ConcurrentQueue<Finding> _findings = new();
    private readonly ConcurrentDictionary<string, int> _seen = new();
    private int _cases;
    private int _hits;

    public string Name => name;

    /// <summary>How many cases were run to their end.</summary>
    public int Cases => _cases;

    /// <summary>How many kills or faults hit a process that was still at work.</summary>
    public int Hits => _hits;

    /// <summary>Why the phase could not be run here; null when it was.</summary>
    public string? NotPossible { get; set; }

    /// <summary>How many must hit.</summary>
    public int Wanted { get; init; } = 1;

    /// <summary>Whether there were fewer hits than needed: too little was shown, which must not pass for a success.</summary>
    public bool ShowsTooLittle => NotPossible is null && _hits < Wanted;

    public IReadOnlyCollection<Finding> Findings => _findings;

    /// <summary>What was seen on the way, with how often.</summary>
    public string Seen => string.Join(", ", _seen.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"));

    public void Add(IEnumerable<Finding> findings)
    {
        System.Threading.Interlocked.Increment(ref _cases);
        foreach (Finding finding in findings)
        {
            _findings.Enqueue(finding);
        }
    }

    public void Hit(int count = 1) => System.Threading.Interlocked.Add(ref _hits, count);

    /// <summary>Counts something worth knowing.</summary>
    public void See(string what) => _seen.AddOrUpdate(what, 1, (_, count) => count + 1);

    public int Count(Loss loss) => _findings.Count(finding => finding.Loss == loss);
}

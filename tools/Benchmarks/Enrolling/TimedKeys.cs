using System;
using System.Diagnostics;
using NaccsCert.Keys;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>The platform's real key provider, and how long it took to make keys.</summary>
internal sealed class TimedKeys(IKeyProvider real) : IKeyProvider
{
    private readonly Stopwatch _watch = new();

    /// <summary>The time spent on making keys and on keeping them.</summary>
    public TimeSpan Time => _watch.Elapsed;

    /// <inheritdoc/>
    public string Name => real.Name;

    /// <inheritdoc/>
    public KeyHandle Create(string name, KeyAlgorithm algorithm, bool exportable, bool decrypts)
    {
        _watch.Start();
        KeyHandle key = real.Create(name, algorithm, exportable, decrypts);
        _watch.Stop();
        return key;
    }

    /// <inheritdoc/>
    public KeyHandle? Open(string name, KeyAlgorithm algorithm) => real.Open(name, algorithm);

    /// <inheritdoc/>
    public void Delete(string name) => real.Delete(name);

    /// <inheritdoc/>
    public void ReleaseToStore(string name) => real.ReleaseToStore(name);
}

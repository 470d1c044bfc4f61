using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace NaccsCert.Transport;

/// <summary>Which stage an exchange is in, how long each took, and the end of it when one takes too long.</summary>
internal sealed class RequestTimings : IDisposable
{
    private readonly object _gate = new();
    private readonly NetworkTimeouts _timeouts;
    private readonly CancellationTokenSource _end;
    private readonly Stopwatch _whole = Stopwatch.StartNew();
    private readonly Dictionary<HttpStage, TimeSpan> _durations = [];
    private TimeSpan _entered;
    private bool _begun;
    private bool _disposed;

    /// <summary>Begins.</summary>
    /// <param name="timeouts">How long each stage may take.</param>
    /// <param name="stage">The stage to begin with.</param>
    /// <param name="cancellationToken">The caller's wish for an end.</param>
    public RequestTimings(NetworkTimeouts timeouts, HttpStage stage, CancellationToken cancellationToken)
    {
        _timeouts = timeouts;
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Token = _end.Token;
        Enter(stage);
    }

    /// <summary>Ends when the caller wants it or a stage takes too long.</summary>
    public CancellationToken Token { get; }

    /// <summary>The present stage.</summary>
    public HttpStage Stage { get; private set; }

    /// <summary>How long the present stage may take, which the whole may cut short.</summary>
    public TimeSpan Limit { get; private set; }

    /// <summary>How long all of it took so far.</summary>
    public TimeSpan Elapsed => _whole.Elapsed;

    /// <summary>How long a stage took; null when there was none, or it is not over.</summary>
    public TimeSpan? DurationOf(HttpStage stage)
    {
        lock (_gate)
        {
            return _durations.TryGetValue(stage, out TimeSpan duration) ? duration : null;
        }
    }

    /// <summary>Goes on to a stage. Signing in to a proxy may take several connections, and stages are entered again.</summary>
    public void Enter(HttpStage stage)
    {
        lock (_gate)
        {
            // Connections that are no longer wanted may still be made when all is over.
            if (_disposed)
            {
                return;
            }

            Close();
            (Stage, _begun) = (stage, true);
            TimeSpan left = _timeouts.Whole - _whole.Elapsed;
            TimeSpan limit = LimitOf(stage);
            Limit = limit < left ? limit : _timeouts.Whole;
            _end.CancelAfter(limit < left ? limit : left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            Close();
            _disposed = true;
            _end.Dispose();
        }
    }

    private void Close()
    {
        TimeSpan now = _whole.Elapsed;
        if (_begun)
        {
            _durations[Stage] = (_durations.TryGetValue(Stage, out TimeSpan before) ? before : TimeSpan.Zero) + now - _entered;
        }

        _entered = now;
    }

    private TimeSpan LimitOf(HttpStage stage) => stage switch
    {
        HttpStage.ProxySelection or HttpStage.Connect => _timeouts.Connect,
        HttpStage.Tunnel or HttpStage.TlsHandshake => _timeouts.TlsHandshake,
        HttpStage.FirstByte => _timeouts.FirstByte,
        _ => _timeouts.Whole,
    };
}

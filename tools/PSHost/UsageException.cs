using System;

namespace NaccsCert.PSHost;

/// <summary>The command line was not understood; the message says why, in one line.</summary>
internal sealed class UsageException(string message) : Exception(message);

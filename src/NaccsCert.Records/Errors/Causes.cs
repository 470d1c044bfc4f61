using System;
using System.Collections.Generic;

namespace NaccsCert;

/// <summary>The exceptions that led to one another.</summary>
internal static class Causes
{
    /// <summary>An exception, and what caused it.</summary>
    /// <param name="exception">The exception; null for none.</param>
    /// <returns>The exception itself first, and its first cause last.</returns>
    public static IEnumerable<Exception> Of(Exception? exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}

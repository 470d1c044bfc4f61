using System;

namespace NaccsCert.Diagnostics;

/// <summary>Gives an exception that the module does not know an id, a remedy and a place in the log.</summary>
internal static class UnexpectedErrors
{
    /// <summary>The error for an exception, which is logged.</summary>
    public static NaccsException From(Exception exception)
    {
        NaccsCertEventSource.Log.UnexpectedError(exception.GetType().FullName ?? string.Empty, ForeignText.ToMessage(exception.Message));
        return new NaccsException(ErrorId.Unexpected, exception.GetType().Name, exception, exception.Message);
    }
}

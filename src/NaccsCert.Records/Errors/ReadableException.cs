using System;
using System.Linq;

namespace NaccsCert;

/// <summary>
/// Stands for a cause whose message cannot be shown as it is: the HTTP stack, for example, repeats what a server sent. What is
/// shown of an error includes its causes.
/// </summary>
internal sealed class ReadableException : Exception
{
    private readonly string? _stackTrace;

    private ReadableException(Exception exception)
        : base(
            $"{exception.GetType().FullName}: {ForeignText.ToMessage(exception.Message)}",
            exception.InnerException is null ? null : new ReadableException(exception.InnerException)) =>
        _stackTrace = exception.StackTrace;

    /// <inheritdoc/>
    public override string? StackTrace => _stackTrace;

    /// <summary>The cause itself where each message of it can be shown, else one that stands for it.</summary>
    /// <param name="exception">The cause; null for none.</param>
    public static Exception? From(Exception? exception) =>
        exception is null || Causes.Of(exception).All(cause => ForeignText.IsMessage(cause.Message))
            ? exception
            : new ReadableException(exception);
}

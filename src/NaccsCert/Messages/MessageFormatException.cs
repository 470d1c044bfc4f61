using System;

namespace NaccsCert.Messages;

/// <summary>A message of the service is not what its standard says.</summary>
internal sealed class MessageFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="found">What was found instead.</param>
    /// <param name="innerException">The parser's own complaint; null when there is none.</param>
    public MessageFormatException(string found, Exception? innerException = null)
        : base(found, innerException)
    {
    }
}

using System;

namespace NaccsCert.Sandbox;

/// <summary>Something that the person who started the sandbox can put right: one line, no stack trace.</summary>
internal sealed class SandboxException : Exception
{
    public SandboxException(string message)
        : base(message)
    {
    }

    public SandboxException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

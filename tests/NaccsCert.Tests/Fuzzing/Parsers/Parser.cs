using System;
using System.Collections.Generic;
using NaccsCert.IO.Json;
using NaccsCert.Messages;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>Something that reads bytes from outside, together with all that the library goes on to do with what was read.</summary>
/// <param name="Name">The name, for reports and command lines.</param>
/// <param name="Shape">What its inputs look like.</param>
/// <param name="Read">Reads the bytes.</param>
/// <param name="Samples">Inputs that it takes, from which others are bent.</param>
internal sealed record Parser(string Name, Shape Shape, Action<byte[]> Read, IReadOnlyList<byte[]> Samples)
{
    /// <summary>Makes the message of an input, where it is only a part of one; null when none can be made. What that costs is not the parser's.</summary>
    public Func<byte[], byte[]?> MessageOf { get; init; } = content => content;

    /// <summary>Reads an input's message; the library's own errors are answers like any other.</summary>
    public void Try(byte[] content)
    {
        if (MessageOf(content) is { } message)
        {
            TryMessage(message);
        }
    }

    /// <summary>Reads a message that has been made.</summary>
    public void TryMessage(byte[] message)
    {
        try
        {
            Read(message);
        }
        catch (NaccsException error)
        {
            // Its text goes to a console: to make it must not fail either.
            _ = error.ToString();
        }
        catch (MessageFormatException)
        {
            // The callers of message parsers turn it into an error with an identity.
        }
        catch (JsonFormatException)
        {
            // Likewise.
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

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
    /// <summary>Reads bytes; the library's own errors are answers like any other.</summary>
    public void Try(byte[] content)
    {
        try
        {
            Read(content);
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

using System;
using System.Globalization;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Files;

/// <summary>Bounds what a file may ask for: whoever made it says how many times a password is hashed, up to thousands of millions.</summary>
internal sealed class Pkcs12Work
{
    // Some seconds. Windows and OpenSSL hash 2,000 times, careful tools 600,000 times, for each part of a file.
    private const int MaxIterations = 5_000_000;

    private int _left = MaxIterations;

    /// <summary>Reads a number of iterations, and counts them.</summary>
    /// <param name="iterations">The number.</param>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="NotSupportedException">They are too many.</exception>
    public int Read(BerValue iterations)
    {
        int count = iterations.As(BerTag.Integer).SmallInteger();
        if (count < 1)
        {
            throw new FormatException("no number of iterations");
        }

        _left = count <= _left
            ? _left - count
            : throw new NotSupportedException(string.Format(CultureInfo.InvariantCulture, "{0} iterations", count));
        return count;
    }
}

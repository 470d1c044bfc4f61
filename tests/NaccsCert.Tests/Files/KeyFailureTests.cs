using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NaccsCert.Keys;
using Xunit;

namespace NaccsCert.Tests.Files;

/// <summary>A key that the platform cannot open or use is unusable, and ends no command.</summary>
public sealed class KeyFailureTests
{
    // SCARD_W_REMOVED_CARD.
    private const int RemovedCard = unchecked((int)0x80100069);

    /// <summary>What CNG and CryptoAPI are known to throw.</summary>
    public static TheoryData<Exception> OfKeys =>
    [
        new CryptographicException(unchecked((int)0x80090016)),
        new ArgumentException("A key of another algorithm."),
        new InvalidOperationException("The key was made by a provider of the time before."),
        new NotSupportedException("A key of an unknown algorithm."),
        new PlatformNotSupportedException(),
        Marshal.GetExceptionForHR(RemovedCard)!,
        new UnauthorizedAccessException(),
        new IOException(),
    ];

    [Theory]
    [MemberData(nameof(OfKeys))]
    public void What_is_thrown_because_of_a_key_is_told_as_such(Exception exception) => Assert.True(KeyFailures.IsOne(exception));

    [Fact]
    public void What_says_nothing_of_the_key_is_not_taken_for_it()
    {
        Assert.False(KeyFailures.IsOne(new InsufficientMemoryException()));
        Assert.False(KeyFailures.IsOne(new OperationCanceledException()));
        Assert.False(KeyFailures.IsOne(new TimeoutException()));
    }
}

using System;
using System.IO;
using NaccsCert.Diagnostics;
using Xunit;

namespace NaccsCert.Tests.Logging;

public sealed class UnexpectedErrorTests
{
    // As .NET Framework refuses what was downloaded.
    private const int NotSupported = unchecked((int)0x80131515);

    [Fact]
    public void An_assembly_that_was_downloaded_is_named_with_its_remedy()
    {
        var refusal = new FileLoadException("Operation is not supported.", "file:///C:/NaccsCert/bin/Desktop/BouncyCastle.Cryptography.dll", new NotSupportedException())
        {
            HResult = NotSupported,
        };

        NaccsException error = UnexpectedErrors.From(new TypeInitializationException("NaccsCert.Messages.Certificates", refusal));

        Assert.Equal(ErrorId.ModuleBlocked, error.ErrorId);
        Assert.Contains("BouncyCastle.Cryptography.dll", error.Message, StringComparison.Ordinal);
        Assert.Contains("Unblock-File", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void What_else_is_not_supported_stays_unexpected()
    {
        Assert.Equal(ErrorId.Unexpected, UnexpectedErrors.From(new NotSupportedException()).ErrorId);
        Assert.Equal(ErrorId.Unexpected, UnexpectedErrors.From(new FileLoadException("It is damaged.")).ErrorId);
    }
}

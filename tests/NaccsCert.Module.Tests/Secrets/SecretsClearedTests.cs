using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Security;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>What a command makes of a secret is cleared with the command; what the caller gave stays the caller's.</summary>
public sealed class SecretsClearedTests(PowerShellSession session) : IClassFixture<PowerShellSession>
{
    [Fact]
    public void Every_secret_of_every_command_is_cleared_with_it()
    {
        PropertyInfo[] secrets = [.. Secrets()];
        Assert.NotEmpty(secrets);
        Assert.All(secrets, property =>
        {
            var command = (IDisposable)Activator.CreateInstance(property.DeclaringType!)!;
            SecureString given = SecureText.Of("secret");
            property.SetValue(command, given);
            command.Dispose();
            Assert.Throws<ObjectDisposedException>(() => given.Length);
        });
    }

    [Fact]
    public void A_command_works_on_a_copy_of_what_it_is_given()
    {
        Assert.All(Secrets(), property =>
        {
            ArgumentTransformationAttribute transformation = Assert.Single(property.GetCustomAttributes<ArgumentTransformationAttribute>());
            using SecureString given = SecureText.Of("secret");
            var taken = Assert.IsType<SecureString>(transformation.Transform(null, new PSObject(given)));
            Assert.NotSame(given, taken);
            taken.Dispose();
            Assert.Equal("secret".Length, given.Length);
        });
    }

    [Fact]
    public void The_callers_own_secure_string_can_be_used_again()
    {
        using SecureString given = SecureText.Of("two words");
        SessionRun run = session.Invoke(
            "param($code) Request-NaccsCertificate $code $code $code; Request-NaccsCertificate $code $code $code", ("code", given));
        Assert.Equal(["CodeInvalid", "CodeInvalid"], run.ErrorIds);
        Assert.Equal("two words".Length, given.Length);
    }

    private IEnumerable<PropertyInfo> Secrets() => session.Invoke("Get-Command -Module NaccsCert").Output
        .Select(item => Assert.IsType<CmdletInfo>(item.BaseObject).ImplementingType)
        .SelectMany(command => command.GetProperties())
        .Where(property => property.PropertyType == typeof(SecureString));
}

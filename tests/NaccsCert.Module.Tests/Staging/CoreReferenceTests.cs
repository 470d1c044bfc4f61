using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Staging;

public sealed class CoreReferenceTests
{
    private static readonly string Shipped = Path.Combine(BuildPaths.StagedModule, "bin", "Core");

    [Theory]
    [InlineData("NaccsCert.PowerShell", "NaccsCert", "NaccsCert.Records")]
    [InlineData("NaccsCert.Records")]
    [InlineData("NaccsCert.Loader")]
    public void What_lives_in_the_default_context_refers_to_no_third_party_code(string assembly, params string[] own)
    {
        IEnumerable<string> references = AssemblyReferences.Of(Path.Combine(Shipped, $"{assembly}.dll"))
            .Select(reference => reference.Name!)
            .Where(name => name != "System" && !name.StartsWith("System.", System.StringComparison.Ordinal) && name != "netstandard");
        Assert.Empty(references.Except(own));
    }
}

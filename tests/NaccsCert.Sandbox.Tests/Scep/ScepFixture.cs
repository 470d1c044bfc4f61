using System.Collections.Generic;

namespace NaccsCert.Sandbox.Tests.Scep;

/// <summary>A sandbox that speaks SCEP, whose certificates may be renewed at once.</summary>
public sealed class ScepFixture : SandboxFixture
{
    protected override string? Validity => "P20D";

    protected override IReadOnlyList<string> Behavior => ["--protocol", "Scep", "--plain-http"];
}

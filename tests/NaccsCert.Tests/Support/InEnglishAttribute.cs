using System;
using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace NaccsCert.Tests.Support;

/// <summary>For tests that show what happens by how it is told, and not in which language. Only the language changes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class InEnglishAttribute : BeforeAfterTestAttribute
{
    private CultureInfo? _before;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        _before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => CultureInfo.CurrentUICulture = _before!;
}

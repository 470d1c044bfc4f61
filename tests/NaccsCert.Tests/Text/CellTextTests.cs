using System;
using System.Linq;
using System.Reflection;
using Xunit;

namespace NaccsCert.Tests.Text;

/// <summary>No result hands a formula to a spreadsheet program: every text that others could have written is guarded.</summary>
public sealed class CellTextTests
{
    /// <summary>What the module makes, or has checked to be a name, a path or digits, and what scripts take up again as it is.</summary>
    private static readonly string[] OfTheModule =
    [
        "Check.Name", "NaccsPolicy.Name", "NaccsEnrollment.Status", "NaccsBrowserPolicy.Pattern", "NaccsBrowserPolicy.Value",
        "NaccsFleetReport.DocumentPath", "NaccsFleetReport.TablePath",
        "EnrollmentId", "Environment", "HostName", "KeyAlgorithm", "KeyProvider", "Line", "Location", "Path", "PreviousThumbprint", "Role",
        "SerialNumber", "Service", "Sha256", "Stage", "StoreName", "TaskName", "Thumbprint", "TlsVersion",
    ];

    public static TheoryData<string> Texts =>
    [
        .. from type in typeof(OperationResult).Assembly.GetExportedTypes()
           where !type.IsAbstract && !typeof(Exception).IsAssignableFrom(type)
           from property in type.GetProperties()
           where property.PropertyType == typeof(string) && property.CanWrite
           where !OfTheModule.Contains(property.Name) && !OfTheModule.Contains($"{type.Name}.{property.Name}")
           select $"{type.FullName}.{property.Name}",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_of_others_is_no_formula(string text)
    {
        Type type = typeof(OperationResult).Assembly.GetType(text[..text.LastIndexOf('.')])!;
        PropertyInfo property = type.GetProperty(text[(text.LastIndexOf('.') + 1)..])!;
        object record = type == typeof(Check) ? new Check("Chain", CheckStatus.Passed, "ok") : Activator.CreateInstance(type)!;
        foreach (char start in "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20")
        {
            property.SetValue(record, $"{start}1+1");
            Assert.Equal($"'{start}1+1", property.GetValue(record));
        }
    }

    [Fact]
    public void A_check_is_no_formula_as_it_is_made() =>
        Assert.Equal("'=1+1", new Check("Chain", CheckStatus.Passed, "=1+1").Detail);

    [Fact]
    public void A_dash_for_nothing_stays_one() => Assert.Equal("-", new Check("Chain", CheckStatus.Passed, "-").Detail);
}

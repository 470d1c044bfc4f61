using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using dnlib.DotNet;
using NaccsCert.WindowsSdk.Tests.Sdk;
using NaccsCert.WindowsSdk.Tests.Shipped;
using Xunit;

namespace NaccsCert.WindowsSdk.Tests;

/// <summary>The numbers that are passed to functions of Windows or compared with their answers.</summary>
public sealed class ConstantTests
{
    /// <summary>What the headers call the constants of the classes that declare functions.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["AccountReader.DomainNameOfSession"] = "WTSDomainName",
        ["AccountReader.ThisSession"] = "WTS_CURRENT_SESSION",
        ["AccountReader.UserNameOfSession"] = "WTSUserName",
        ["ApplicationLog.ErrorType"] = "EVENTLOG_ERROR_TYPE",
        ["ApplicationLog.InformationType"] = "EVENTLOG_INFORMATION_TYPE",
        ["ApplicationLog.WarningType"] = "EVENTLOG_WARNING_TYPE",
        ["MessageBoxNotifier.Information"] = "MB_ICONINFORMATION",
        ["MessageBoxNotifier.ThisSession"] = "WTS_CURRENT_SESSION",
        ["MessageBoxNotifier.ToForeground"] = "MB_SETFOREGROUND",
        ["MessageBoxNotifier.Yes"] = "IDYES",
        ["MessageBoxNotifier.YesNo"] = "MB_YESNO",
        ["ProfileReader.Mandatory"] = "PT_MANDATORY",
        ["ProfileReader.Roaming"] = "PT_ROAMING",
        ["ProfileReader.Temporary"] = "PT_TEMPORARY",
    };

    /// <summary>Limits that only the documentation of a function has.</summary>
    private static readonly string[] Unnamed = ["ApplicationLog.MaxTextLength"];

    private static IEnumerable<FieldDef> Fields =>
        WindowsFunctions.All.Select(function => function.DeclaringType).Distinct()
            .SelectMany(type => type.Fields)
            .Where(constant => constant.IsLiteral && constant.Constant.Value is not string);

    [Fact]
    public void Every_constant_has_its_name_here_and_no_other_has() =>
        Assert.Equal(
            Names.Keys.Concat(Unnamed).Order(StringComparer.Ordinal),
            Fields.Select(NameOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_constant_has_the_value_of_the_header() =>
        Assert.All(
            Fields.Where(field => !Unnamed.Contains(NameOf(field))),
            field => Assert.Equal(
                (Names[NameOf(field)], Constants.ValueOf(Names[NameOf(field)])), (Names[NameOf(field)], ValueOf(field))));

    private static string NameOf(FieldDef field) => $"{field.DeclaringType.Name}.{field.Name}";

    private static uint ValueOf(FieldDef field) =>
        unchecked((uint)Convert.ToInt64(field.Constant.Value, CultureInfo.InvariantCulture));
}

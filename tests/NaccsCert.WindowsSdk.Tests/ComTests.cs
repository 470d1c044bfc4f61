using System;
using System.Globalization;
using System.Linq;
using dnlib.DotNet;
using dnlib.DotNet.Emit;
using NaccsCert.WindowsSdk.Tests.Sdk;
using NaccsCert.WindowsSdk.Tests.Shipped;
using Xunit;

namespace NaccsCert.WindowsSdk.Tests;

/// <summary>The object of COM whose members the SDK declares, bound late: the Task Scheduler's (taskschd.h).</summary>
public sealed class ComTests
{
    private const string Class = "TaskService";

    /// <summary>The members that are looked up by name, as the headers have them, and how many arguments they must be given.</summary>
    public static TheoryData<string, string, int> Members => new()
    {
        { "Connect", "ITaskService", 0 },
        { "GetFolder", "ITaskService", 1 },
        { "GetTask", "ITaskFolder", 1 },
        { "Run", "IRegisteredTask", 1 },
        { "State", "IRegisteredTask", 0 },
        { "LastTaskResult", "IRegisteredTask", 0 },
        { "LastRunTime", "IRegisteredTask", 0 },
    };

    [Fact]
    public void Every_member_that_is_looked_up_has_its_line_here() => Assert.Equal(
        Members.Select(row => row.Data.Item1).Order(StringComparer.Ordinal),
        ShippedModules.Methods.Where(method => IsOfClass(method.DeclaringType))
            .SelectMany(method => method.Body.Instructions)
            .Where(instruction => instruction.OpCode.Code == Code.Ldstr)
            .Select(instruction => (string)instruction.Operand)
            .Where(text => text.All(char.IsAsciiLetter))
            .Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Members))]
    public void The_interface_has_the_member_with_these_arguments(string member, string type, int needed)
    {
        string body = Assert.Single(Headers.Find($@"MIDL_INTERFACE\([^)]*\)\s*{type} : public IDispatch\s*\{{(?<body>[^}}]*)\}}")).Groups["body"].Value;
        string declaration = Assert.Single(
            body.Split(';'), line => line.Contains($"CALLTYPE {member}(", StringComparison.Ordinal) || line.Contains($"CALLTYPE get_{member}(", StringComparison.Ordinal));

        // Comments, which tell what is optional, are not part of what a compiler sees; the kind of an optional one is a VARIANT.
        int given = declaration.Split('(')[^1].Split(',').Count(parameter => !parameter.Contains('*') && (member != "Connect" || !parameter.Contains("VARIANT")));
        Assert.Equal(needed, given);
    }

    [Theory]
    [InlineData("Queued", @"TASK_STATE_QUEUED\s*=\s*(?<value>\d+)")]
    [InlineData("Running", @"TASK_STATE_RUNNING\s*=\s*(?<value>\d+)")]
    [InlineData("ResultRunning", @"define SCHED_S_TASK_RUNNING\s+_HRESULT_TYPEDEF_\((?<value>0x[0-9A-F]+)L\)")]
    [InlineData("ResultHasNotRun", @"define SCHED_S_TASK_HAS_NOT_RUN\s+_HRESULT_TYPEDEF_\((?<value>0x[0-9A-F]+)L\)")]
    [InlineData("ResultQueued", @"define SCHED_S_TASK_QUEUED\s+_HRESULT_TYPEDEF_\((?<value>0x[0-9A-F]+)L\)")]
    public void A_constant_has_the_value_of_the_header(string constant, string pattern)
    {
        string value = Headers.Find(pattern).First().Groups["value"].Value;
        int expected = value.StartsWith("0x", StringComparison.Ordinal)
            ? int.Parse(value[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : int.Parse(value, CultureInfo.InvariantCulture);
        FieldDef[] fields =
        [
            .. ShippedModules.All.SelectMany(module => module.GetTypes()).Where(IsOfClass)
                .SelectMany(type => type.Fields).Where(field => field.Name == constant),
        ];
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Equal(expected, field.Constant.Value));
    }

    private static bool IsOfClass(TypeDef type) => type.Name == Class;
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using dnlib.DotNet;
using dnlib.DotNet.Emit;
using NaccsCert.WindowsSdk.Tests.Sdk;
using NaccsCert.WindowsSdk.Tests.Shipped;
using Xunit;

namespace NaccsCert.WindowsSdk.Tests;

/// <summary>The names of the Windows Runtime that the module looks up at run time, which no compiler has seen.</summary>
public sealed partial class RuntimeTests
{
    private const string Marker = "ContentType=WindowsRuntime";
    private const string Notifications = "Windows.UI.Notifications.";
    private const string Document = "Windows.Data.Xml.Dom.XmlDocument";

    /// <summary>Each type that is used, and each of its members, with the arguments that it is looked up by.</summary>
    private static readonly (string Type, string Name, string Member)[] Used =
    [
        (Document, ".ctor", "System.Void .ctor()"),
        (Document, "LoadXml", "System.Void LoadXml(System.String)"),
        (Notifications + "ToastNotification", ".ctor", $"System.Void .ctor({Document})"),
        (Notifications + "ToastNotificationManager", "CreateToastNotifier", $"static {Notifications}ToastNotifier CreateToastNotifier(System.String)"),
        (Notifications + "ToastNotifier", "Setting", $"{Notifications}NotificationSetting get_Setting()"),
        (Notifications + "ToastNotifier", "Show", $"System.Void Show({Notifications}ToastNotification)"),
    ];

    public static TheoryData<string, string> Members => [.. Used.Select(use => (use.Type, use.Member))];

    [Theory]
    [MemberData(nameof(Members))]
    public void The_contracts_have_the_type_and_its_member(string type, string member) =>
        Assert.Contains(member, RuntimeContracts.MembersOf(RuntimeContracts.Find(type) ?? throw new TypeLoadException(type)));

    [Fact]
    public void Notifications_are_on_where_the_setting_is_zero() =>
        Assert.Equal(0, RuntimeContracts.Find(Notifications + "NotificationSetting")!.FindField("Enabled").Constant.Value);

    // For the framework the name of an assembly is a namespace, or that of a type, in which it looks for the type.
    [Fact]
    public void Every_name_that_the_module_looks_up_is_one_of_them() =>
        Assert.All(Names().ToArray(), name => Assert.Contains(
            Used,
            use => use.Type == name || use.Name == name || use.Type.StartsWith(name + ".", StringComparison.Ordinal)));

    [Fact]
    public void Every_one_of_them_is_looked_up()
    {
        string[] names = [.. Names()];

        // What is only an answer of another member is not looked up by its own name.
        Assert.Equal([], Used.Select(use => use.Type).Except(names).Except([Notifications + "ToastNotifier"]));
        Assert.Equal([], Used.Select(use => use.Name).Where(name => name != ".ctor").Except(names));
    }

    // Whatever looks like a name, in the classes that reach the Windows Runtime, but for what our own getters return and for
    // names of our own.
    private static IEnumerable<string> Names() =>
        ShippedModules.Methods
            .Where(method => Texts(Outermost(method.DeclaringType)).Any(text => text.Contains(Marker, StringComparison.Ordinal)))
            .Where(method => !method.IsGetter)
            .SelectMany(Texts)
            .Where(text => Name().IsMatch(text) && !text.StartsWith("NaccsCert.", StringComparison.Ordinal))
            .Distinct();

    // The code of a lambda expression is in a class within its own.
    private static TypeDef Outermost(TypeDef type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    private static IEnumerable<string> Texts(TypeDef type) =>
        type.Methods.Where(method => method.HasBody).SelectMany(Texts).Concat(type.NestedTypes.SelectMany(Texts));

    private static IEnumerable<string> Texts(MethodDef method) =>
        method.Body.Instructions.Where(instruction => instruction.OpCode.Code == Code.Ldstr).Select(instruction => (string)instruction.Operand);

    [GeneratedRegex(@"^[A-Z]\w*(\.\w+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

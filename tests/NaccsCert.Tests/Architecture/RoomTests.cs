using System;
using System.Collections.Generic;
using System.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using NaccsCert.Sessions;
using Xunit;

namespace NaccsCert.Tests.Architecture;

/// <summary>The rooms of the library, from the compiled assembly: arrows point down, and no two folders need each other.</summary>
public sealed class RoomTests
{
    private const string Root = "NaccsCert";

    /// <summary>From the ground up; a room may use those before it. Path validation lies below Transport, which needs it.</summary>
    private static readonly string[] FromTheGround =
    [
        "Compat", "Resources", "Time", "Diagnostics", "IO.Json", "IO.Tables", "IO", "Html", "Logging", "Messages.Ber", "Messages.Signatures", "Messages", "Messages.Tls", "Messages.Est", "Messages.Scep", "Messages.Revocation", "Messages.Files",
        "Services", "Keys", "Keys.Cng", "Keys.Files", "Keys.Providers", "Stores", "Validation.Paths", "Validation", "Transport", "Transport.Est", "Transport.Scep", "Transport.Protocols",
        "Policies", "Browsers", "Browsers.Files", "Accounts", "Validation.Roots", "Validation.Revocation", "Validation.SignIn", "Validation.Origin", "Validation.Installed",
        "Validation.Connectivity", "Renewal", "Migration", "Reports", "Terminals", "Guidance", "Enrollment.Journal", "Enrollment.Events", "Enrollment", "Enrollment.States",
        "Support", "Fleet", "Windows", "Sessions",
    ];

    private static readonly ArchUnitNET.Domain.Architecture Library =
        new ArchLoader().LoadAssemblies(typeof(CompositionRoot).Assembly).Build();

    private static readonly (string From, string To, string Example)[] Arrows =
    [
        .. Library.Types
            .SelectMany(type => type.Dependencies, (type, dependency) => (Origin: type, dependency.Target))
            .Select(arrow => (From: RoomOf(arrow.Origin), To: RoomOf(arrow.Target), Example: $"{arrow.Origin.FullName} -> {arrow.Target.FullName}"))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
            .GroupBy(arrow => (arrow.From, arrow.To))
            .Select(arrows => (arrows.Key.From!, arrows.Key.To!, arrows.First().Example)),
    ];

    [Fact]
    public void Every_room_is_on_the_plan() =>
        Assert.Equal(
            FromTheGround.Order(StringComparer.Ordinal),
            Library.Types.Select(RoomOf).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_arrow_points_down() =>
        Assert.Equal(
            [],
            Arrows.Where(arrow => Array.IndexOf(FromTheGround, arrow.From) < Array.IndexOf(FromTheGround, arrow.To))
                .Select(arrow => $"{arrow.From} uses {arrow.To}: {arrow.Example}"));

    [Fact]
    public void No_two_folders_need_each_other_however_far_the_way() =>
        Assert.Equal(
            [],
            Arrows.Where(arrow => Reaches(arrow.To, arrow.From, []))
                .Select(arrow => $"{arrow.From} and {arrow.To} need each other: {arrow.Example}"));

    [Theory]
    [InlineData("Messages")]
    [InlineData("Messages.Est")]
    [InlineData("Messages.Scep")]
    [InlineData("Messages.Revocation")]
    public void Messages_touch_no_file_no_network_and_no_clock(string room) =>
        Assert.Equal(
            [],
            Library.Types.Where(type => RoomOf(type) == room)
                .SelectMany(type => type.Dependencies, (type, dependency) => (type, dependency.Target))
                .Where(arrow => arrow.Target.FullName is "System.IO.File" or "System.IO.FileStream" or "System.Net.Http.HttpClient"
                    or "System.Net.Sockets.Socket" || arrow.Target.FullName == "NaccsCert.Time.IClock")
                .Select(arrow => $"{arrow.type.FullName} -> {arrow.Target.FullName}"));

    [Fact]
    public void The_library_is_internal() =>
        Assert.Equal([], typeof(CompositionRoot).Assembly.GetExportedTypes().Select(type => type.FullName));

    // ConvertTo-Json, of Windows PowerShell and of PowerShell 7, writes enumerations over 64 bits as words, and all others as numbers.
    [Fact]
    public void States_in_results_are_words_in_JSON() =>
        Assert.All(
            typeof(OperationResult).Assembly.GetExportedTypes().Where(type => type.IsEnum),
            state => Assert.Equal(typeof(long), System.Enum.GetUnderlyingType(state)));

    // Null for what the compiler makes, and for types of other assemblies.
    private static string? RoomOf(IType type)
    {
        string? space = type.Namespace?.FullName;
        return space is not null && space.StartsWith(Root + ".", StringComparison.Ordinal) && type.Assembly.Name.Split(',')[0] == Root
            ? space[(Root.Length + 1)..]
            : null;
    }

    private static bool Reaches(string from, string to, HashSet<string> seen) =>
        seen.Add(from)
        && Arrows.Where(arrow => arrow.From == from).Any(arrow => arrow.To == to || Reaches(arrow.To, to, seen));
}

using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using NaccsCert.Diagnostics;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Logging;

/// <summary>The page about the events names each as it is in the code, and no other.</summary>
public sealed partial class EventPageTests
{
    [Fact]
    public void Every_event_is_on_the_page_with_its_number_name_level_keyword_and_fields_and_nothing_else_is()
    {
        IEnumerable<string> events = typeof(NaccsCertEventSource).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(method => (Method: method, Event: method.GetCustomAttribute<EventAttribute>()!))
            .OrderBy(item => item.Event.EventId)
            .Select(item => string.Join(
                " | ",
                item.Event.EventId,
                $"`{item.Method.Name}`{(item.Event.Keywords.HasFlag(NaccsCertEventSource.Keywords.Outcome) ? "*" : string.Empty)}",
                item.Event.Level,
                string.Join(", ", item.Method.GetParameters().Select(parameter => $"`{parameter.Name}`"))));

        Match[] rows = [.. Page().Select(line => Row().Match(line)).Where(match => match.Success)];

        Assert.Equal(events, rows.Select(row => row.Groups["event"].Value));
        Assert.All(rows, row => Assert.NotEmpty(row.Groups["meaning"].Value));
    }

    [Fact]
    public void The_page_names_the_provider_and_the_sizes_that_hold()
    {
        string page = string.Join('\n', Page());
        Assert.Equal("NaccsCert", NaccsCertEventSource.Log.Name);
        Assert.Contains("`NaccsCert`", page, StringComparison.Ordinal);
        Assert.Contains(NaccsCertEventSource.Log.Guid.ToString("B"), page, StringComparison.Ordinal);
        Assert.Contains("512 KiB a file, so 2 MiB at most", page, StringComparison.Ordinal);
        Assert.Equal((512 * 1024, 3), ((int)Constant("MaxFileBytes")!, (int)Constant("OlderFiles")!));
    }

    private static object? Constant(string name) =>
        typeof(NaccsCert.Logging.UserLog).GetField(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue();

    private static string[] Page() => File.ReadAllLines(Path.Combine(RepositoryFolder.FullPath, "docs", "logging.md"));

    [GeneratedRegex(@"^\| (?<event>\d+ \| .*) \| (?<meaning>[^|]*) \|$", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}

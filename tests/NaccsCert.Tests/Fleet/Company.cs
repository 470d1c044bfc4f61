using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.TestSupport;

namespace NaccsCert.Tests.Fleet;

/// <summary>Everybody whose certificate was issued on the same day, and a service whose calendar can be turned.</summary>
internal sealed class Company : IDisposable
{
    private readonly ScratchDirectory _folder = new();
    private readonly FleetUser[] _users;

    /// <summary>Hires them.</summary>
    /// <param name="people">How many.</param>
    public Company(int people)
    {
        CodeSet[] codes = [.. Enumerable.Range(1, people).Select(NewCodes)];
        CodeFile.Write(CodesFile, codes);
        _users = [.. codes.Select((set, number) => new FleetUser(set, number))];
    }

    /// <summary>The time zone in which they work.</summary>
    public static TimeZoneInfo Japan { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>When whose certificate was renewed; null where it was not.</summary>
    public IEnumerable<DateTimeOffset?> Renewals => _users.Select(user => user.Renewed);

    private string CodesFile => _folder.Member("codes.csv");

    /// <summary>The first Monday after a moment, at nine.</summary>
    public static DateTimeOffset MondayAfter(DateTimeOffset moment)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(moment, Japan);
        int days = (((int)DayOfWeek.Monday - (int)local.DayOfWeek + 6) % 7) + 1;
        return new DateTimeOffset(local.Date.AddDays(days).AddHours(9), local.Offset);
    }

    /// <summary>Gives everybody a certificate whose renewal window opens at once.</summary>
    public async Task EnrollAsync(DateTimeOffset day, CancellationToken cancellationToken)
    {
        await using SandboxProcess sandbox = await OpenServiceAsync(day, cancellationToken);
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            _users, limit, async (user, token) => await user.EnrollAsync(definition, day.AddMinutes(1), token));
    }

    /// <summary>Lets a working day pass.</summary>
    public async Task WorkAsync(DateTimeOffset nine, CancellationToken cancellationToken)
    {
        await using SandboxProcess sandbox = await OpenServiceAsync(nine, cancellationToken);
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);
        var runs = _users
            .SelectMany(user => user.RunsOn(nine).Select(moment => (Moment: moment, FleetUser: user)))
            .OrderBy(run => run.Moment);
        foreach ((DateTimeOffset moment, FleetUser user) in runs)
        {
            if (user.Renewed is null)
            {
                await user.RunAsync(definition, moment, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_users, user => user.Dispose());
        _folder.Dispose();
    }

    private Task<SandboxProcess> OpenServiceAsync(DateTimeOffset now, CancellationToken cancellationToken) => SandboxProcess.StartAsync(
        new SandboxOptions { DataDirectory = _folder.Member("service"), CodesFile = CodesFile, Now = now, Validity = "P28D" },
        cancellationToken);

    private static CodeSet NewCodes(int number) => new($"1HRD{number:D4}", $"A{number:D7}", $"B{number:D7}", $"C{number:D7}");
}

using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Disks;
using NaccsCert.Harnesses.Durability.Findings;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Phases;

/// <summary>Removes the permissions of the folders of journal, keys and stores, at each stage, and restores them.</summary>
internal static class PermissionPhase
{
    private static readonly UnixFileMode[] Modes =
    [
        UnixFileMode.None,
        UnixFileMode.UserRead | UnixFileMode.UserExecute,
        UnixFileMode.UserWrite | UnixFileMode.UserExecute,
    ];

    private static readonly string[] Folders = ["data", "journal", "keys", "store", "stores"];

    public static async Task<PhaseResult> RunAsync(CertificateService service, TextWriter progress)
    {
        var result = new PhaseResult("permissions revoked");
        if (await User.RefusalAsync(service) is { } refusal)
        {
            result.NotPossible = refusal;
            return result;
        }

        foreach (Operation operation in Enum.GetValues<Operation>())
        {
            Stages stages = await Stages.LearnAsync(operation, service);
            (string Stage, string Folder, UnixFileMode Mode)[] cases =
            [
                .. from stage in Stages.Names from folder in Folders from mode in Modes select (stage, folder, mode),
            ];
            await progress.WriteLineAsync($"{result.Name}, {operation}: {cases.Length} cases");
            await Lanes.RunAsync(cases, () => Task.FromResult(new WorkerLane(User.Prefix)), async (lane, item) =>
                await RunAsync(operation, service, lane.Worker, stages.EventOf(item.Stage), item, result), service.Stopping);
        }

        await progress.WriteLineAsync($"  {result.Name} ended with: {result.Seen}");
        return result;
    }

    private static async Task RunAsync(
        Operation operation,
        CertificateService service,
        Worker worker,
        int killAt,
        (string Stage, string Folder, UnixFileMode Mode) item,
        PhaseResult result)
    {
        KilledProcessHome home = worker.Home;
        home.Clear();
        Subject subject = await Subject.NewAsync(operation, service, home);
        Order order = subject.Order(service.DefinitionPath);
        await User.GiveAsync(home);
        if (killAt > 0)
        {
            await worker.RunAsync(order with { KillAt = killAt });
        }

        string folder = PathOf(item.Folder, home);
        Directory.CreateDirectory(folder);
        await User.GiveAsync(home);
        UnixFileMode before = File.GetUnixFileMode(folder);
        result.Add(await AfterFault.RunAsync(
            $"{result.Name}, {operation}, {item.Folder} {item.Mode}, from {(killAt > 0 ? item.Stage : "the beginning")}",
            home,
            service,
            subject,
            async () =>
            {
                File.SetUnixFileMode(folder, item.Mode);
                try
                {
                    return await worker.RunAsync(order);
                }
                finally
                {
                    File.SetUnixFileMode(folder, before);
                }
            },
            async () =>
            {
                Report? last = await worker.RunAsync(order);
                await User.TakeBackAsync(home);
                return last;
            },
            result,
            always: true));
        result.Hit();
    }

    private static string PathOf(string folder, KilledProcessHome home) => folder switch
    {
        "journal" => home.Enrollments,
        "keys" => home.Keys,
        "store" => home.StoreFolder("My"),
        "stores" => Path.GetDirectoryName(home.StoreFolder("My"))!,
        _ => Path.GetDirectoryName(home.Enrollments)!,
    };
}

using System;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Harnesses.Durability.Phases;
using NaccsCert.Harnesses.Durability.Service;

namespace NaccsCert.Harnesses.Durability.Disks;

/// <summary>The user whom permissions bind: this one, or for root, whom they do not bind, another one.</summary>
internal static class User
{
    private const string OtherUser = "nobody";

    /// <summary>What starts a program as that user; empty for this one.</summary>
    public static string[] Prefix { get; } = Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={OtherUser}", "--regid=nogroup", "--clear-groups", "--"]
        : [];

    /// <summary>Gives a home, with all that is in it, to that user.</summary>
    public static Task GiveAsync(KilledProcessHome home) => ChangeOwnerAsync(home, OtherUser);

    /// <summary>Takes a home back, because what lies in the home of another user is not trusted.</summary>
    public static Task TakeBackAsync(KilledProcessHome home) => ChangeOwnerAsync(home, Environment.UserName);

    /// <summary>Why no process can be run as that user; null when one can.</summary>
    public static async Task<string?> RefusalAsync(CertificateService service)
    {
        using var worker = new Worker(Prefix);
        Subject subject = await Subject.NewAsync(Operation.Enroll, service, worker.Home);
        await GiveAsync(worker.Home);
        Report? report = await worker.RunAsync(subject.Order(service.DefinitionPath));
        return report is { IsDone: true } ? null : $"as {OtherUser} an undisturbed run ended with {report?.ToString() ?? "nothing"}";
    }

    private static async Task ChangeOwnerAsync(KilledProcessHome home, string owner)
    {
        if (Environment.IsPrivilegedProcess && await Tool.RunAsync("chown", "-R", owner, home.FullPath) is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }
    }
}

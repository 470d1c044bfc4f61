using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Tasks;
using NaccsCert.IO;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>
/// Keeps tasks in the Task Scheduler of Windows: through its own program, which takes what the user may do and no more, and
/// for what that program does not tell through its COM object.
/// </summary>
/// <param name="folder">A folder of the user's for the file that hands a task over; made when it is first needed.</param>
internal sealed class WindowsTaskScheduler(PrivateFolder folder) : ITaskScheduler
{
    private const string TaskFile = "task.xml";

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    private static readonly TaskService Service = new(NewServiceObject);

    /// <inheritdoc/>
    public bool IsAvailable => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <inheritdoc/>
    public void Create(TaskDefinition task)
    {
        RequireWindows();
        folder.Write(TaskFile, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(TaskXml.Format(task))]);
        try
        {
            CallChecked(task.Name, $"/Create /F /TN \"{task.Name}\" /XML \"{folder.Member(TaskFile)}\"");
        }
        finally
        {
            folder.Delete(TaskFile);
        }
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        RequireWindows();
        if (Exists(name))
        {
            CallChecked(name, $"/Delete /F /TN \"{name}\"");
        }
    }

    /// <inheritdoc/>
    public void Run(string name)
    {
        RequireWindows();
        Task running = Task.Run(() => Service.Run(name));
        if (!IsDone(running))
        {
            throw new NaccsException(ErrorId.TaskSchedulerRefused, name, $"Schedule.Service: {CallTimeout.TotalSeconds} s");
        }

        running.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public TaskReport? Read(string name)
    {
        if (!IsAvailable)
        {
            return null;
        }

        Task<TaskReport?> reading = Task.Run(() => Service.Read(name));
        return IsDone(reading) ? reading.GetAwaiter().GetResult() : null;
    }

    // Another process answers, and none has to answer soon.
    private static bool IsDone(Task task) => Task.WaitAny([task], CallTimeout) == 0;

    private static object? NewServiceObject()
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return null;
        }
#endif
        return Type.GetTypeFromProgID("Schedule.Service") is { } type ? Activator.CreateInstance(type) : null;
    }

    private static bool Exists(string name) => Call($"/Query /TN \"{name}\"").ExitCode == 0;

    private static void CallChecked(string name, string arguments)
    {
        (int exitCode, string error) = Call(arguments);
        if (exitCode != 0)
        {
            throw new NaccsException(ErrorId.TaskSchedulerRefused, name, error.Trim());
        }
    }

    private static (int ExitCode, string Error) Call(string arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Path.Combine(Environment.SystemDirectory, "schtasks.exe"), arguments)
            {
                UseShellExecute = false,
                CreateNoWindow = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit((int)CallTimeout.TotalMilliseconds))
        {
            process.Kill();
            return (-1, $"schtasks.exe: {CallTimeout.TotalSeconds} s");
        }

        Task.WaitAll(output, error);
        return (process.ExitCode, error.Result.Length > 0 ? error.Result : output.Result);
    }

    private void RequireWindows()
    {
        if (!IsAvailable)
        {
            throw new NaccsException(ErrorId.TaskSchedulerUnavailable, RuntimeInformation.OSDescription);
        }
    }
}

using System;
using System.Reflection;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>
/// Runs tasks and reads their results by the COM object of the Task Scheduler (taskschd.h, ITaskService), bound late.
/// Its own program, <c>schtasks.exe</c>, tells results only in the words of the system's language. The runtime makes an exception of
/// any kind of what the object says, wrapped or bare.
/// </summary>
/// <param name="create">Makes the object, <c>Schedule.Service</c>; null where there is none.</param>
internal sealed class TaskService(Func<object?> create)
{
    // TASK_STATE of taskschd.h.
    private const int Queued = 2;
    private const int Running = 4;

    // Results that are none yet: SCHED_S_TASK_RUNNING, SCHED_S_TASK_HAS_NOT_RUN and SCHED_S_TASK_QUEUED of winerror.h.
    private const int ResultRunning = 0x41301;
    private const int ResultHasNotRun = 0x41303;
    private const int ResultQueued = 0x41325;

    // HRESULTs of ERROR_FILE_NOT_FOUND and ERROR_PATH_NOT_FOUND.
    private const int FileNotFound = unchecked((int)0x80070002);
    private const int PathNotFound = unchecked((int)0x80070003);

    /// <summary>Has a task run now, in the session of the user.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.TaskSchedulerRefused"/>.</exception>
    public void Run(string name)
    {
        try
        {
            Call(Find(name), "Run", [null]);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new NaccsException(ErrorId.TaskSchedulerRefused, name, exception, Cause(exception).Message);
        }
    }

    /// <summary>Tells how a task fares.</summary>
    /// <returns>What is known of it; null where nothing can be known.</returns>
    public TaskReport? Read(string name)
    {
        try
        {
            object task = Find(name);
            return Report(
                Convert.ToInt32(Get(task, "State"), null),
                Convert.ToInt32(Get(task, "LastTaskResult"), null),
                Convert.ToDateTime(Get(task, "LastRunTime"), null));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Cause(exception).HResult is FileNotFound or PathNotFound ? new TaskReport(TaskRunState.Missing) : null;
        }
    }

    // A time of COM is one of this computer's zone, and says nothing of that.
    private static TaskReport Report(int state, int result, DateTime lastRun)
    {
        var began = new DateTimeOffset(DateTime.SpecifyKind(lastRun, DateTimeKind.Local));
        if (state is Running or Queued || result is ResultRunning or ResultQueued)
        {
            return new TaskReport(TaskRunState.Running, began);
        }

        return result == ResultHasNotRun ? new TaskReport(TaskRunState.NotRunYet) : new TaskReport(TaskRunState.Ended, began, result);
    }

    private object Find(string name)
    {
        object service = create() ?? throw new NotSupportedException("Schedule.Service");
        Call(service, "Connect", []);
        object folder = Call(service, "GetFolder", [@"\"]) ?? throw new NotSupportedException("GetFolder");
        return Call(folder, "GetTask", [name]) ?? throw new NotSupportedException("GetTask");
    }

    private static object? Call(object target, string method, object?[] arguments) =>
        target.GetType().InvokeMember(method, BindingFlags.InvokeMethod, null, target, arguments, null);

    private static object? Get(object target, string property) =>
        target.GetType().InvokeMember(property, BindingFlags.GetProperty, null, target, null, null);

    private static Exception Cause(Exception exception) => exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
}

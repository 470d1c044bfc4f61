using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using NaccsCert.Renewal;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>The Task Scheduler's object is asked by name only, so an object of the same members stands in for it.</summary>
public sealed class TaskServiceTests
{
    private const int HasNotRun = 0x41303;
    private const int Running = 0x41301;

    private static readonly DateTime Never = new(1999, 11, 30);
    private static readonly DateTime Began = new(2026, 11, 23, 9, 15, 0);

    private readonly StandIn _service = new();

    private TaskService Service => new(() => _service);

    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 1)]
    [InlineData(3, unchecked((int)0x800704EC))]
    [InlineData(1, 1)]
    public void A_run_that_has_ended_has_its_result_and_its_time(int state, int result)
    {
        _service.Task = new StandInTask { State = state, LastTaskResult = result, LastRunTime = Began };

        Assert.Equal(
            new TaskReport(TaskRunState.Ended, new DateTimeOffset(DateTime.SpecifyKind(Began, DateTimeKind.Local)), result),
            Service.Read("task"));
        Assert.Equal((@"\", "task"), (_service.Folder, _service.TaskName));
    }

    [Theory]
    [InlineData(4, Running)]
    [InlineData(4, 0)]
    [InlineData(3, Running)]
    [InlineData(2, HasNotRun)]
    [InlineData(3, 0x41325)]
    public void One_that_is_running_or_about_to_has_none(int state, int result)
    {
        _service.Task = new StandInTask { State = state, LastTaskResult = result, LastRunTime = Began };

        Assert.Equal(TaskRunState.Running, Service.Read("task")!.State);
    }

    [Fact]
    public void A_task_that_never_ran_is_told_so()
    {
        _service.Task = new StandInTask { State = 3, LastTaskResult = HasNotRun, LastRunTime = Never };

        Assert.Equal(new TaskReport(TaskRunState.NotRunYet), Service.Read("task"));
    }

    [Fact]
    public void A_task_that_is_not_there_is_missing()
    {
        Exception[] exceptions = [new FileNotFoundException(), Marshal.GetExceptionForHR(unchecked((int)0x80070003))!, new DirectoryNotFoundException()];
        Assert.All(exceptions, exception =>
        {
            _service.Throw = exception;
            Assert.Equal(new TaskReport(TaskRunState.Missing), Service.Read("task"));
        });
    }

    [Fact]
    public void What_cannot_be_asked_is_not_known()
    {
        _service.Throw = Marshal.GetExceptionForHR(unchecked((int)0x800706BA));
        Assert.Null(Service.Read("task"));
        Assert.Null(new TaskService(() => null).Read("task"));
        Assert.Null(new TaskService(() => new object()).Read("task"));

        // What Wine's scheduler says of most of its members (E_NOTIMPL).
        Assert.Null(new TaskService(() => throw new NotImplementedException()).Read("task"));
        Assert.Null(new TaskService(() => throw new TargetInvocationException(new UnauthorizedAccessException())).Read("task"));
    }

    [Fact]
    public void A_task_is_run_without_arguments()
    {
        _service.Task = new StandInTask();
        Service.Run("task");

        Assert.Equal(1, _service.Task.Runs);
    }

    [Fact]
    public void A_refusal_has_the_words_of_the_scheduler()
    {
        _service.Throw = new UnauthorizedAccessException("Access is denied.");
        NaccsException error = Assert.Throws<NaccsException>(() => Service.Run("task"));

        Assert.Equal((ErrorId.TaskSchedulerRefused, "task"), (error.ErrorId, error.Target));
        Assert.Contains("Access is denied.", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Has the members of ITaskService and ITaskFolder that are used.</summary>
    public sealed class StandIn
    {
        private bool _isConnected;

        public StandInTask Task { get; set; } = new();

        public Exception? Throw { get; set; }

        public string? Folder { get; private set; }

        public string? TaskName { get; private set; }

        public void Connect() => _isConnected = true;

        public StandIn GetFolder(string path)
        {
            Folder = _isConnected ? path : throw new InvalidOperationException("Connect comes first.");
            return this;
        }

        public StandInTask GetTask(string path)
        {
            TaskName = path;
            return Throw is null ? Task : throw Throw;
        }
    }

    /// <summary>Has the members of IRegisteredTask that are used.</summary>
    public sealed class StandInTask
    {
        public int State { get; init; } = 3;

        public int LastTaskResult { get; init; } = HasNotRun;

        public DateTime LastRunTime { get; init; } = Never;

        public int Runs { get; private set; }

        public object Run(object? parameters)
        {
            Runs += parameters is null ? 1 : throw new ArgumentException("None are expected.", nameof(parameters));
            return this;
        }
    }
}

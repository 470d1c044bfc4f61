using System;
using System.Collections.Generic;
using NaccsCert.Renewal;

namespace NaccsCert.Tests.Reminders;

/// <summary>A Task Scheduler in memory. What comes of a run is up to the test.</summary>
internal sealed class FakeTaskScheduler : ITaskScheduler
{
    /// <summary>The tasks by their names.</summary>
    public Dictionary<string, TaskDefinition> Tasks { get; } = [];

    /// <summary>What is known of every task; null where nothing can be known.</summary>
    public TaskReport? Report { get; set; } = new(TaskRunState.NotRunYet);

    /// <summary>What happens when a task is run.</summary>
    public Action OnRun { get; set; } = () => { };

    /// <summary>The tasks that were run.</summary>
    public List<string> Runs { get; } = [];

    public bool IsAvailable => true;

    public void Create(TaskDefinition task) => Tasks[task.Name] = task;

    public void Delete(string name) => Tasks.Remove(name);

    public void Run(string name)
    {
        Runs.Add(name);
        OnRun();
    }

    public TaskReport? Read(string name) => Report;
}

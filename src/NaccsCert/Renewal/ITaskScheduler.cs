namespace NaccsCert.Renewal;

/// <summary>Keeps the scheduled tasks of the user.</summary>
internal interface ITaskScheduler
{
    /// <summary>Whether this computer has one.</summary>
    bool IsAvailable { get; }

    /// <summary>Creates a task, in the place of one of its name.</summary>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.TaskSchedulerUnavailable"/> or <see cref="ErrorId.TaskSchedulerRefused"/>.
    /// </exception>
    void Create(TaskDefinition task);

    /// <summary>Removes a task, where there is one.</summary>
    /// <exception cref="NaccsException">As for <see cref="Create"/>.</exception>
    void Delete(string name);

    /// <summary>Has a task run now, and does not wait for its end.</summary>
    /// <exception cref="NaccsException">As for <see cref="Create"/>.</exception>
    void Run(string name);

    /// <summary>Tells how a task fares.</summary>
    /// <returns>What is known of it; null where nothing can be known.</returns>
    TaskReport? Read(string name);
}
